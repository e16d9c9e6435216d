import { expect, test } from 'vitest';
import { peopleCalls } from '#shared/protocol/admin/people.ts';
import { recordCalls } from '#shared/protocol/admin/records.ts';
import { createTestAdmin } from '../../../testing/test-admin.ts';
import { testPassword } from '../../../testing/test-users.ts';
import { findTicketById } from '../../../tickets/ticket.repo.ts';

const newcomer = {
  username: 'nora',
  full_name: 'Nora Novak',
  email: 'nora@example.org',
  password: testPassword,
  role: 'agent',
  department: 'loan',
  capacity: 4,
} as const;

test('staff are listed by name with what is on their desks, and customers are not among them', async () => {
  await using admin = await createTestAdmin();
  const { users, createTicket } = admin.node;
  await createTicket({ assigneeId: users.agent.id });
  const { people } = await admin.ask(peopleCalls.list);
  expect(people.map(({ username }) => username)).toEqual([
    'admin',
    'agent',
    'applicant',
    'colleague',
    'leaver',
    'outsider',
    'superadmin',
  ]);
  expect(people.find(({ username }) => username === 'agent')).toMatchObject({
    department: 'payment',
    capacity: 10,
    load: { todo: 1, working: 0, waiting: 0 },
    is_available: true,
  });
  expect(people.find(({ username }) => username === 'applicant')).toMatchObject({ is_approved: false });
});

test('an agent is made, changed, approved, and all of it is in the audit log', async () => {
  await using admin = await createTestAdmin();
  const { person } = await admin.ask(peopleCalls.create, { body: newcomer });
  expect(person).toMatchObject({ full_name: 'Nora Novak', capacity: 4, is_active: true, is_approved: true });
  const params = { id: person.id };
  const changed = await admin.ask(peopleCalls.update, {
    params,
    body: { full_name: 'Nora N.', capacity: 7, department: 'payment', is_available: false },
  });
  expect(changed.person).toMatchObject({ full_name: 'Nora N.', capacity: 7, is_available: false });
  const { applicant } = admin.node.users;
  const approved = await admin.ask(peopleCalls.approve, { params: { id: applicant.id } });
  expect(approved.person.is_approved).toBe(true);
  const { items } = await admin.ask(recordCalls.audit);
  expect(items.map(({ action, target_name }) => `${action} ${target_name}`)).toEqual([
    'agent_approved Test applicant',
    'user_updated Nora N.',
    'user_created Nora N.',
  ]);
});

test.each([
  [{ ...newcomer, username: 'agent' }, 409, 'username_taken'],
  [{ ...newcomer, email: 'agent@example.org' }, 409, 'email_taken'],
  [{ ...newcomer, password: 'short' }, 400, 'weak_password'],
  [{ ...newcomer, department: null }, 400, 'department_required'],
  [{ ...newcomer, role: 'admin' as const }, 403, 'super_admin_creates_admins'],
])('what cannot be made is refused by its name: %j', async (body, status, code) => {
  await using admin = await createTestAdmin();
  const refused = await admin.refuse(peopleCalls.create, { body });
  expect(refused).toMatchObject({ status, error: { data: { code } } });
});

test('unknown fields and values are refused, not ignored', async () => {
  await using admin = await createTestAdmin();
  const params = { id: admin.node.users.agent.id };
  for (const body of [{ role: 'admin' }, { capacity: 0 }, { capacity: '5' }, { full_name: ' ' }]) {
    const refused = await admin.refuse(peopleCalls.update, { params, body: body as never });
    expect(refused).toMatchObject({ status: 400, error: { kind: 'invalid' } });
  }
  const query = { everything: 1 } as never;
  expect(await admin.refuse(peopleCalls.list, { query })).toMatchObject({ status: 400 });
  expect(await admin.refuse(peopleCalls.list, { as: null })).toMatchObject({ status: 401 });
  expect(await admin.refuse(peopleCalls.list, { as: 'agent' })).toMatchObject({ status: 403 });
});

test('who leaves is signed out, and a colleague has their open tickets', async () => {
  await using admin = await createTestAdmin();
  const { users, createTicket, services } = admin.node;
  const tickets = [];
  for (let count = 0; count < 45; count += 1)
    tickets.push(await createTicket({ assigneeId: users.agent.id }));
  const left = await admin.ask(peopleCalls.deactivate, {
    params: { id: users.agent.id },
    body: { hand_over: { to: 'agent', agent_id: users.colleague.id } },
  });
  expect(left).toMatchObject({
    person: { is_active: false, load: { todo: 0, working: 0, waiting: 0 } },
    handed_over: { assigned: 45, queued: 0 },
  });
  for (const { id } of tickets) {
    expect((await findTicketById(services.database.db, id))?.assignee_id).toBe(users.colleague.id);
  }
  const { items } = await admin.ask(recordCalls.audit, { query: { action: 'tickets_handed_over' } });
  expect(items).toMatchObject([
    { target_id: String(users.agent.id), metadata: { agent_id: users.colleague.id, assigned: 45 } },
  ]);
});

test('handed back to the queue, tickets go to whoever is free and the rest waits', async () => {
  await using admin = await createTestAdmin();
  const { users, createTicket } = admin.node;
  await admin.ask(peopleCalls.update, { params: { id: users.colleague.id }, body: { capacity: 2 } });
  for (let count = 0; count < 3; count += 1) await createTicket({ assigneeId: users.agent.id });
  const params = { id: users.agent.id };
  await admin.ask(peopleCalls.update, { params, body: { is_available: false } });
  const moved = await admin.ask(peopleCalls.handOver, { params, body: { to: 'queue' } });
  expect(moved).toEqual({ assigned: 2, queued: 1 });
});

test.each(['leaver', 'agent', 'customer'] as const)('nothing is handed over to %s', async (name) => {
  await using admin = await createTestAdmin();
  const { users } = admin.node;
  const refused = await admin.refuse(peopleCalls.handOver, {
    params: { id: users.agent.id },
    body: { to: 'agent', agent_id: users[name].id },
  });
  expect(refused).toMatchObject({ status: 404, error: { data: { code: 'agent_not_found' } } });
});
