import { expect, test } from 'vitest';
import { createLiveDesk, isLive, note, reply, seesTexts, textsOf } from '../testing/live-desk.ts';

test('what was never sent can be taken back, and the rest arrives in order', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  const sent = await reply(desk, agents, ticket, 'Sent at once');
  await seesTexts(admins, ticket.uid, ['Sent at once']);
  expect(await agents.call('outbox.cancel', { id: sent, is_edited: false })).toBe(false);

  agents.cut();
  await reply(desk, agents, ticket, 'First');
  const second = await reply(desk, agents, ticket, 'Second');
  await note(desk, agents, ticket, 'Third');
  const fourth = await note(desk, agents, ticket, 'Fourth');
  await agents.restart();
  expect((await agents.call('outbox.list', {})).map((item) => item.can_take_back)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(await agents.call('outbox.cancel', { id: second, is_edited: true })).toBe(true);
  expect(await agents.call('outbox.cancel', { id: fourth, is_edited: false })).toBe(true);
  expect(await agents.call('outbox.cancel', { id: fourth, is_edited: false })).toBe(false);
  const detail = await agents.call('tickets.get', { uid: ticket.uid });
  expect(detail?.draft).toMatchObject({ mode: 'reply', text: 'Second' });
  expect((await textsOf(agents, ticket.uid)).slice(-2)).toEqual(['First', 'Third']);
  await reply(desk, agents, ticket, 'Fifth');

  agents.mend();
  await isLive(agents);
  await seesTexts(admins, ticket.uid, ['Sent at once', 'First', 'Third', 'Fifth']);
  expect((await agents.call('sync.status', {})).queued).toBe(0);
  expect(await agents.call('conflicts.list', {})).toEqual([]);
});

test('a reply that had seen one that is taken back goes out all the same', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  agents.cut();
  const first = await reply(desk, agents, ticket, 'First');
  await reply(desk, agents, ticket, 'Second');
  expect(await agents.call('outbox.cancel', { id: first, is_edited: true })).toBe(true);
  agents.mend();
  await seesTexts(admins, ticket.uid, ['Second']);
  expect(await agents.call('conflicts.list', {})).toEqual([]);
});
