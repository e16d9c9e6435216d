import { expect, test, vi } from 'vitest';
import {
  createLiveDesk,
  isLive,
  move,
  note,
  reply,
  seesTexts,
  settings,
  textsOf,
  uidsOf,
  type LiveDesk,
} from '../testing/live-desk.ts';
import type { TestConsole } from '../testing/test-console.ts';
import { applyChange } from '../testing/test-tickets.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';

test('a console fetches what its agent may see, and hears of each change', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const mine = await desk.createTicket({ subject: 'Mine', assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  expect(await uidsOf(agents)).toEqual([mine.uid]);

  await reply(desk, admins, mine, 'Hello from the admin');

  await seesTexts(agents, mine.uid, ['Hello from the admin']);
  const detail = await agents.call('tickets.get', { uid: mine.uid });
  expect(detail?.messages.map((message) => message.delivery)).toEqual(['delivered', 'delivered']);
  expect(detail?.ticket.first_responded_at).not.toBeNull();
});

test('what is done offline survives a restart and arrives once, in order', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);

  agents.cut();
  await reply(desk, agents, ticket, 'First answer');
  await note(desk, agents, ticket, 'For colleagues');
  await reply(desk, agents, ticket, 'Second answer');
  await move(desk, agents, ticket, 'new', 'resolved');
  await agents.restart();
  expect((await textsOf(agents, ticket.uid)).slice(1)).toEqual([
    'First answer',
    'For colleagues',
    'Second answer',
  ]);
  expect((await agents.call('sync.status', {})).queued).toBe(4);
  expect(await textsOf(admins, ticket.uid)).toHaveLength(1);
  agents.mend();

  await isLive(agents);
  await seesTexts(admins, ticket.uid, ['First answer', 'For colleagues', 'Second answer']);
  await seesTexts(agents, ticket.uid, ['First answer', 'For colleagues', 'Second answer']);
  for (const opened of [agents, admins]) {
    await vi.waitFor(async () => {
      expect((await opened.call('tickets.get', { uid: ticket.uid }))?.ticket.status).toBe('resolved');
    }, settings);
  }
});

test('a console that was away tells what others did meanwhile, once, and what of its own has arrived', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const kept = await desk.createTicket({ subject: 'Kept', assigneeId: agent.id });
  const lost = await desk.createTicket({ subject: 'Lost', assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  const heard: number[] = [];
  agents.replica.on('away', ({ count }) => heard.push(count));
  await reply(desk, admins, kept, 'While you are there');
  await seesTexts(agents, kept.uid, ['While you are there']);

  agents.cut();
  await note(desk, agents, kept, 'My own');
  await reply(desk, admins, kept, 'One');
  await note(desk, admins, kept, 'Two');
  await move(desk, admins, kept, 'new', 'in_progress');
  const uids = { activity_uid: desk.services.mintUid(), status_activity_uid: desk.services.mintUid() };
  await admins.change('ticket-assign', { ...uids, ticket_uid: lost.uid, assignee_id: superAdmin.id });
  await isLive(admins);
  const gained = await desk.createTicket({ subject: 'Gained', assigneeId: agent.id });
  agents.mend();
  await isLive(agents);

  await vi.waitFor(() => expect(heard).toEqual([3]), settings);
  const away = await agents.call('away.list', {});
  expect(away).toHaveLength(3);
  expect(away).toEqual(
    expect.arrayContaining([
      { ticket_uid: kept.uid, ticket_id: kept.id, subject: 'Kept', kind: 'changed', messages: 2, changes: 1 },
      { ticket_uid: lost.uid, ticket_id: lost.id, subject: 'Lost', kind: 'gone', messages: 0, changes: 0 },
      {
        ticket_uid: gained.uid,
        ticket_id: gained.id,
        subject: 'Gained',
        kind: 'new',
        messages: 0,
        changes: 0,
      },
    ]),
  );
  expect(await agents.call('outbox.done', {})).toMatchObject([
    { name: 'ticket-note', text: 'My own', delivery: 'delivered', can_take_back: false },
  ]);

  await agents.call('away.clear', {});
  expect(await agents.call('away.list', {})).toEqual([]);
  agents.cut();
  agents.mend();
  await isLive(agents);
  expect(heard).toEqual([3]);
});

test('an answer that got lost is not an excuse to send twice', async () => {
  await using desk = await createLiveDesk();
  const ticket = await desk.createTicket({ assigneeId: desk.users.agent.id });
  const agents = await desk.open(desk.users.agent.username);

  agents.loseNextAnswer();
  await reply(desk, agents, ticket, 'Only once');

  await isLive(agents);
  await seesTexts(agents, ticket.uid, ['Only once']);
  expect((await agents.call('sync.status', {})).needs_you).toBe(0);
});

async function createConflict(
  desk: LiveDesk,
): Promise<{ ticket: StoredTicket; agents: TestConsole; id: number }> {
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  agents.cut();
  await reply(desk, agents, ticket, 'Written offline');
  await reply(desk, admins, ticket, 'Answered meanwhile');
  await seesTexts(admins, ticket.uid, ['Answered meanwhile']);
  await isLive(admins);
  agents.mend();
  await isLive(agents);
  const [conflict, ...others] = await agents.call('conflicts.list', {});
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({
    text: 'Written offline',
    refusal: { code: 'answered_meanwhile' },
    choices: ['redo', 'edit', 'note', 'discard'],
  });
  expect(conflict?.since.map((message) => message.text)).toEqual(['Answered meanwhile']);
  return { ticket, agents, id: conflict?.id ?? 0 };
}

test('a reply that somebody else overtook waits for its author, who may send it all the same', async () => {
  await using desk = await createLiveDesk();
  const { ticket, agents, id } = await createConflict(desk);
  await agents.call('conflicts.resolve', { id, choice: 'redo' });
  await isLive(agents);
  await seesTexts(agents, ticket.uid, ['Answered meanwhile', 'Written offline']);
  expect(await agents.call('conflicts.list', {})).toEqual([]);
});

test('… or keep it as a note', async () => {
  await using desk = await createLiveDesk();
  const { ticket, agents, id } = await createConflict(desk);
  await agents.call('conflicts.resolve', { id, choice: 'note' });
  await isLive(agents);
  const detail = await agents.call('tickets.get', { uid: ticket.uid });
  expect(detail?.messages.at(-1)?.row).toMatchObject({ text: 'Written offline', visibility: 'staff' });
});

test('… or go on writing it', async () => {
  await using desk = await createLiveDesk();
  const { ticket, agents, id } = await createConflict(desk);
  await agents.call('conflicts.resolve', { id, choice: 'edit' });
  const detail = await agents.call('tickets.get', { uid: ticket.uid });
  expect(detail?.draft).toMatchObject({
    text: 'Written offline',
    seen_reply_uid: detail?.ticket.last_reply_uid,
  });
  expect(detail?.conflicts).toEqual([]);
});

test('… or let it go', async () => {
  await using desk = await createLiveDesk();
  const { ticket, agents, id } = await createConflict(desk);
  await agents.call('conflicts.resolve', { id, choice: 'discard' });
  await seesTexts(agents, ticket.uid, ['Answered meanwhile']);
  expect(await agents.call('sync.status', {})).toMatchObject({ needs_you: 0, queued: 0 });
});

test('a ticket that is assigned away leaves, one that is assigned comes whole', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const other = await desk.createUser({ role: 'agent', department: 'loan' });
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const admins = await desk.open(superAdmin.username);
  await note(desk, admins, ticket, 'A note from before');
  const agents = await desk.open(agent.username);
  const others = await desk.open(other.username);
  expect(await uidsOf(others)).toEqual([]);

  await applyChange(desk.services, superAdmin, {
    name: 'ticket-assign',
    args: {
      ticket_uid: ticket.uid,
      activity_uid: desk.services.mintUid(),
      status_activity_uid: desk.services.mintUid(),
      assignee_id: other.id,
    },
  });

  await vi.waitFor(async () => expect(await uidsOf(agents)).toEqual([]), settings);
  expect(await agents.call('tickets.get', { uid: ticket.uid })).toBeNull();
  await seesTexts(others, ticket.uid, ['A note from before']);
  expect(others.alerts).toMatchObject([{ kind: 'assigned', ticket_uid: ticket.uid }]);
});

test('an agent is never sent a ticket or a note that is not theirs', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const other = await desk.createUser({ role: 'agent', department: 'loan' });
  const agents = await desk.open(agent.username);
  const hidden = await desk.createTicket({ subject: 'Hidden', category: 'loan', assigneeId: other.id });
  const admins = await desk.open(superAdmin.username);
  await note(desk, admins, hidden, 'Not for the first agent');
  await isLive(admins);
  agents.cut();
  await reply(desk, admins, hidden, 'Not for them either');
  await isLive(admins);
  agents.mend();
  await isLive(agents);

  const heard = agents.received.join('\n');
  expect(heard).not.toContain(hidden.uid);
  expect(heard).not.toContain('Not for');
  await expect(reply(desk, agents, hidden, 'Let me in')).rejects.toThrow('ticket_not_found');
});

test('a user whose department changes keeps only what they may see now', async () => {
  await using desk = await createLiveDesk();
  const agent = await desk.createUser({ role: 'agent', department: 'loan' });
  const loan = await desk.createTicket({ category: 'loan' });
  const payment = await desk.createTicket({ category: 'payment' });
  const agents = await desk.open(agent.username);
  expect(await uidsOf(agents)).toEqual([loan.uid]);

  await desk.services.users.update(desk.users.superAdmin, agent.id, { department: 'payment' });

  await vi.waitFor(async () => expect(await uidsOf(agents)).toEqual([payment.uid]), settings);
});

test('a customer who writes is heard of by the assignee alone', async () => {
  await using desk = await createLiveDesk();
  const { agent, superAdmin } = desk.users;
  const ticket = await desk.createTicket({ assigneeId: agent.id });
  const agents = await desk.open(agent.username);
  const admins = await desk.open(superAdmin.username);
  const { mintUid, tickets } = desk.services;

  await tickets.receiveFromCustomer(
    ticket.uid,
    { message_uid: mintUid(), activity_uid: mintUid(), text: 'Any news?' },
    'v1',
  );

  await seesTexts(admins, ticket.uid, ['Any news?']);
  await vi.waitFor(
    () => expect(agents.alerts).toMatchObject([{ kind: 'customer_message', text: 'Any news?' }]),
    settings,
  );
  expect(admins.alerts).toEqual([]);
});
