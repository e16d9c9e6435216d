import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { createLiveDesk, isLive, move, seesTexts, reply, settings } from '../testing/live-desk.ts';

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
