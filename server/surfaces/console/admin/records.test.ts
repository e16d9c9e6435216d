import { expect, test } from 'vitest';
import { backupCalls } from '#shared/protocol/admin/backups.ts';
import { exportCalls } from '#shared/protocol/admin/exports.ts';
import { healthCalls } from '#shared/protocol/admin/health.ts';
import { peopleCalls } from '#shared/protocol/admin/people.ts';
import { recordCalls } from '#shared/protocol/admin/records.ts';
import { createTestAdmin, type TestAdmin } from '../../../testing/test-admin.ts';

/** Three entries: two changes of the agent by the admin, one by the super admin. */
async function actThrice(admin: TestAdmin): Promise<void> {
  const params = { id: admin.node.users.agent.id };
  await admin.ask(peopleCalls.update, { params, body: { capacity: 3 } });
  await admin.ask(peopleCalls.update, { params, body: { capacity: 4 } });
  await admin.ask(peopleCalls.deactivate, { as: 'superadmin', params, body: { hand_over: null } });
}

test('the audit log is read in pages and narrowed by action, admin and target', async () => {
  await using admin = await createTestAdmin();
  await actThrice(admin);
  const { users } = admin.node;
  const first = await admin.ask(recordCalls.audit, { query: { limit: 2 } });
  expect(first.items.map(({ action }) => action)).toEqual(['user_deactivated', 'user_updated']);
  expect(first.actions).toEqual(['user_deactivated', 'user_updated']);
  const second = await admin.ask(recordCalls.audit, { query: { limit: 2, after: first.next ?? 0 } });
  expect(second).toMatchObject({
    items: [{ admin_name: 'Test admin', metadata: { changes: { agent_capacity: 3 } } }],
    next: null,
  });
  const count = async (query: Parameters<typeof queryOf>[0]) =>
    (await admin.ask(recordCalls.audit, { query: queryOf(query) })).items.length;
  const queryOf = (query: { action?: string; admin_id?: number; target_type?: string; target_id?: string }) =>
    query;
  expect(await count({ action: 'user_updated' })).toBe(2);
  expect(await count({ admin_id: users.superAdmin.id })).toBe(1);
  expect(await count({ target_type: 'user', target_id: String(users.agent.id) })).toBe(3);
  expect(await count({ target_type: 'ticket' })).toBe(0);
  expect(first.target_types).toEqual(['user']);
});

test('what admins look through is saved as CSV, defused, and it is kept who took it', async () => {
  await using admin = await createTestAdmin();
  await actThrice(admin);
  const { services, users } = admin.node;
  services.systemLog.record({ level: 'ERROR', source: 'tests', message: '=1+1' });
  const audit = await admin.get(`${exportCalls.audit.path}?action=user_updated`);
  expect(audit).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' });
  const [header, ...lines] = audit.text.trim().split('\r\n');
  expect(header).toContain('id,at,admin,action,target_type,target_id,target_name,details');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(`Test admin,user_updated,user,${users.agent.id},`);
  expect((await admin.get(`${exportCalls.log.path}?level=ERROR`)).text).toContain(",ERROR,tests,'=1+1,");
  expect(await admin.get(`${exportCalls.deliveries.path}?state=failed`)).toMatchObject({ status: 200 });
  const kept = await admin.ask(recordCalls.audit, { query: { action: 'records_exported' } });
  expect(kept.items.map(({ target_id, metadata }) => [target_id, metadata])).toEqual([
    ['deliveries', { state: 'failed' }],
    ['log', { level: 'ERROR' }],
    ['audit', { action: 'user_updated' }],
  ]);
  expect((await admin.get(exportCalls.audit.path, 'colleague')).status).toBe(403);
});

test('health says how the computer does, and the log is read by level in pages', async () => {
  await using admin = await createTestAdmin();
  const { services, clock, createTicket } = admin.node;
  await createTicket();
  await services.metrics.sample();
  clock.advance(60_000);
  await services.metrics.sample();
  services.systemLog.record({ level: 'ERROR', source: 'tests', message: 'It broke', metadata: { at: 1 } });
  const health = await admin.ask(healthCalls.read, { query: { hours: 1 } });
  expect(health.now).toMatchObject({ open_tickets: 1, memory_percent: expect.any(Number) as number });
  expect(health.history).toHaveLength(2);
  const errors = await admin.ask(healthCalls.log, { query: { level: 'ERROR' } });
  expect(errors.items).toMatchObject([{ component: 'tests', message: 'It broke', metadata: { at: 1 } }]);
  const first = await admin.ask(healthCalls.log, { query: { limit: 1 } });
  const next = await admin.ask(healthCalls.log, { query: { limit: 1, after: first.next ?? 0 } });
  expect(next.items[0]?.id).toBeLessThan(first.items[0]?.id ?? 0);
  expect(await admin.refuse(healthCalls.read, { query: { hours: 0 } })).toMatchObject({ status: 400 });
});

test('a backup is made, verified and listed with what is in it', async () => {
  await using admin = await createTestAdmin();
  await admin.node.createTicket();
  const { backup } = await admin.ask(backupCalls.make);
  expect(backup).toMatchObject({ tickets: 1, messages: 1, users: 8, attachments: 0 });
  const listed = await admin.ask(backupCalls.list);
  expect(listed).toMatchObject({ backups: [backup], is_nightly: false, keep_days: 7, keep_weeks: 4 });
});
