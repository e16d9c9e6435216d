import { expect, test, vi } from 'vitest';
import { createLiveDesk, isLive, note, reply, seesTexts, settings, textsOf } from '../testing/live-desk.ts';

test('what a backup lacks is sent again by the console that did it, once and in order', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  await reply(desk, agents, ticket, 'In the backup');
  await isLive(agents);
  const backup = desk.backUp();
  await reply(desk, agents, ticket, 'After the backup');
  await note(desk, agents, ticket, 'A note after it');
  await isLive(agents);
  await seesTexts(admins, ticket.uid, ['In the backup', 'After the backup', 'A note after it']);
  agents.cut();
  await reply(desk, agents, ticket, 'Written while it was restored');
  const written = { ticket_uid: ticket.uid, mode: 'note', text: 'Written over' } as const;
  await agents.call('drafts.keep', written);

  await desk.restore(backup);
  agents.mend();

  const all = ['In the backup', 'After the backup', 'A note after it', 'Written while it was restored'];
  await vi.waitFor(() => expect(agents.sentAgain).toEqual([2]), settings);
  await isLive(agents);
  await isLive(admins);
  await seesTexts(agents, ticket.uid, all);
  await seesTexts(admins, ticket.uid, all);
  expect(await agents.call('conflicts.list', {})).toEqual([]);
  const { mode, text } = written;
  expect(await agents.call('drafts.earlier', { ticket_uid: ticket.uid })).toMatchObject([{ mode, text }]);
  expect(admins.sentAgain).toEqual([]);
});

test('a console that the backup does not know sends all of its last days again', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const admins = await desk.open(superAdmin.username);
  // Signed in before the backup, so that its session is in it, but met under this identity only afterwards.
  const agents = await desk.open(agent.username);
  await desk.services.database.write((tx) => tx.sql.deleteFrom('sync_client').execute());
  const backup = desk.backUp();
  agents.cut();
  await reply(desk, agents, ticket, 'First');
  await note(desk, agents, ticket, 'Second');
  agents.mend();
  await isLive(agents);

  await desk.restore(backup);

  await vi.waitFor(() => expect(agents.sentAgain).toEqual([2]), settings);
  await isLive(agents);
  await isLive(admins);
  await seesTexts(admins, ticket.uid, ['First', 'Second']);
});

test('a restored node that has everything is told nothing twice', async () => {
  await using desk = await createLiveDesk();
  const { agent } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  await reply(desk, agents, ticket, 'Only once');
  await isLive(agents);
  agents.cut();
  await desk.restore(desk.backUp());
  agents.mend();
  await isLive(agents);
  await seesTexts(agents, ticket.uid, ['Only once']);
  expect(agents.sentAgain).toEqual([]);
});

test('a console goes offline between being told and sending again, and still sends once', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  const backup = desk.backUp();
  await reply(desk, agents, ticket, 'Lost by the node');
  await isLive(agents);
  agents.cut();
  await desk.restore(backup);
  agents.loseNextAnswer();
  agents.mend();
  await vi.waitFor(() => expect(agents.sentAgain).toEqual([1]), settings);
  await agents.restart();
  await isLive(agents);
  await isLive(admins);
  await seesTexts(admins, ticket.uid, ['Lost by the node']);
  expect((await textsOf(agents, ticket.uid)).slice(1)).toEqual(['Lost by the node']);
});
