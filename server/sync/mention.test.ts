import { expect, test, vi } from 'vitest';
import { createLiveDesk, isLive, settings, type LiveDesk } from '../testing/live-desk.ts';
import type { TestConsole } from '../testing/test-console.ts';

const inView = async (console: TestConsole, view: 'snoozed' | 'following' | 'mentions' | 'open') =>
  (await console.call('tickets.list', { view, after: null, limit: 10 })).items.map(
    ({ ticket }) => ticket.uid,
  );

const mention = (desk: LiveDesk, console: TestConsole, ticket_uid: string, mentioned_ids: number[]) =>
  console.change('ticket-note', {
    ticket_uid,
    message_uid: desk.services.mintUid(),
    activity_uid: desk.services.mintUid(),
    text: '@admin please look',
    mentioned_ids,
  });

test('a colleague who is mentioned hears of it and finds the ticket; who mentions themselves hears nothing', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const { uid } = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  await mention(desk, agents, uid, [superAdmin.id, agent.id]);
  expect(await inView(agents, 'mentions')).toEqual([uid]);
  await vi.waitFor(
    () => expect(admins.alerts).toMatchObject([{ kind: 'mentioned', ticket_uid: uid }]),
    settings,
  );
  expect(await inView(admins, 'mentions')).toEqual([uid]);
  expect(agents.alerts).toEqual([]);
});

test('who follows a ticket hears what its customer writes, and finds it among those', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const { uid } = await desk.createTicket({ assigneeId: agent.id });
  const admins = await desk.open(superAdmin.username);
  const { mintUid, tickets } = desk.services;
  await admins.change('ticket-follow', { ticket_uid: uid, activity_uid: mintUid(), is_following: true });
  expect(await inView(admins, 'following')).toEqual([uid]);
  await isLive(admins);
  const message = { message_uid: mintUid(), activity_uid: mintUid(), text: 'Any news?' };
  await tickets.receiveFromCustomer(uid, message, 'chatbot');
  await vi.waitFor(
    () => expect(admins.alerts).toMatchObject([{ kind: 'followed_message', text: 'Any news?' }]),
    settings,
  );

  await admins.call('alerts.choose', { kinds: ['assigned', 'customer_message', 'mentioned'] });
  const next = { message_uid: mintUid(), activity_uid: mintUid(), text: 'Still nothing?' };
  await tickets.receiveFromCustomer(uid, next, 'chatbot');
  await vi.waitFor(async () => {
    const detail = await admins.call('tickets.get', { uid });
    expect(detail?.messages.at(-1)?.row.text).toBe('Still nothing?');
  }, settings);
  expect(admins.alerts).toHaveLength(1);
});

test('a snoozed ticket is left out until its time comes, and then shows without a word from the node', async () => {
  await using desk = await createLiveDesk();
  const { agent } = desk.users;
  const { uid } = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const snooze = { ticket_uid: uid, activity_uid: desk.services.mintUid(), until: Date.now() + 1_500 };
  await agents.change('ticket-snooze', snooze);
  await isLive(agents);
  expect([await inView(agents, 'open'), await inView(agents, 'snoozed')]).toEqual([[], [uid]]);
  expect(await agents.call('views.counts', {})).toMatchObject({ open: 0, snoozed: 1 });
  const woken = Promise.withResolvers<void>();
  agents.replica.on('changed', () => {
    if (Date.now() >= snooze.until) woken.resolve();
  });
  await woken.promise;
  expect([await inView(agents, 'open'), await inView(agents, 'snoozed')]).toEqual([[uid], []]);
});
