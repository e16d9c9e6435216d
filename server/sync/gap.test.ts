import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { createLiveDesk, isLive, move, note, seesTexts, reply, settings } from '../testing/live-desk.ts';
import { applyChange } from '../testing/test-tickets.ts';

test.each([
  ['misses a version of a ticket', 'UPDATE ticket SET ver = ver - 1'],
  ['misses a ticket', 'DELETE FROM ticket'],
])('a console that %s fetches it whole when a patch does not fit', async (_what, damage) => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  await reply(desk, admins, ticket, 'Before');
  await seesTexts(agents, ticket.uid, ['Before']);
  const file = new Database(join(agents.folder, 'replica.db'));
  file.exec(damage);
  file.close();

  await move(desk, admins, ticket, 'new', 'in_progress');

  await vi.waitFor(async () => {
    const detail = await agents.call('tickets.get', { uid: ticket.uid });
    expect(detail?.ticket).toMatchObject({ status: 'in_progress', last_reply_uid: expect.any(String) });
  }, settings);
  await seesTexts(agents, ticket.uid, ['Before']);
  await isLive(agents);
});

test('a ticket that closed long ago comes when it is asked for, and stays in step from then on', async () => {
  await using desk = await createLiveDesk();
  const { agent, outsider, superAdmin } = desk.users;
  const [old, others] = [
    await desk.createTicket({ assigneeId: agent.id, description: 'Long gone' }),
    await desk.createTicket({ assigneeId: outsider.id }),
  ];
  for (const { uid } of [old, others]) {
    await applyChange(desk.services, superAdmin, {
      name: 'ticket-status',
      args: { ticket_uid: uid, activity_uid: desk.services.mintUid(), to: 'closed' },
    });
  }
  const file = new Database(desk.file);
  file.exec('UPDATE ticket SET closed_at = closed_at - 31 * 86400000');
  file.close();
  const agents = await desk.open(agent.username);
  expect(await agents.call('tickets.rows', { uids: [old.uid] })).toEqual([]);

  agents.cut();
  expect(await agents.replica.call('tickets.fetch', { uid: old.uid })).toMatchObject({
    ok: false,
    error: { kind: 'unavailable' },
  });
  agents.mend();
  await isLive(agents);
  expect(await agents.call('tickets.fetch', { uid: old.uid })).toBe(true);
  expect(await agents.call('tickets.fetch', { uid: others.uid })).toBe(false);
  expect(await agents.call('tickets.get', { uid: old.uid })).toMatchObject({
    is_whole: true,
    messages: [{ row: { text: 'Long gone' } }],
  });

  const admins = await desk.open(superAdmin.username);
  await admins.call('tickets.fetch', { uid: old.uid });
  await note(desk, admins, old, 'Found again');
  await seesTexts(agents, old.uid, ['Found again']);
});
