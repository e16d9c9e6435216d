import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import type { Status } from '#shared/model/status.ts';
import { createTestConsole, type TestConsole } from '../testing/test-console.ts';
import { createTestNode, type TestNode } from '../testing/test-node.ts';
import { applyChange } from '../testing/test-tickets.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';

interface Desk extends TestNode {
  url: string;
  /** A console of this user, caught up. */
  open: (username: string) => Promise<TestConsole>;
}

async function createDesk(): Promise<Desk> {
  const node = await createTestNode();
  await node.app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(node.app.server.address() as AddressInfo).port}`;
  const consoles: TestConsole[] = [];
  return {
    ...node,
    url,
    open: async (username) => {
      const opened = await createTestConsole(url, username);
      consoles.push(opened);
      await isLive(opened);
      return opened;
    },
    [Symbol.asyncDispose]: async () => {
      for (const opened of consoles) await opened[Symbol.asyncDispose]();
      await node[Symbol.asyncDispose]();
    },
  };
}

const settings = { timeout: 5_000, interval: 10 };

const isLive = (desk: TestConsole): Promise<void> =>
  vi.waitFor(async () => {
    const { connection, queued } = await desk.call('sync.status', {});
    expect({ state: connection.state, queued }).toEqual({ state: 'live', queued: 0 });
  }, settings);

const textsOf = async (desk: TestConsole, uid: string): Promise<string[]> =>
  ((await desk.call('tickets.get', { uid }))?.messages ?? []).map((message) => message.row.text);

const seesTexts = (desk: TestConsole, uid: string, texts: string[]): Promise<void> =>
  vi.waitFor(async () => expect((await textsOf(desk, uid)).slice(1)).toEqual(texts), settings);

const uidsOf = async (desk: TestConsole, view: 'mine' | 'open' = 'open'): Promise<string[]> =>
  (await desk.call('tickets.list', { view, after: null, limit: 100 })).items.map((item) => item.ticket.uid);

async function reply(desk: Desk, console: TestConsole, ticket: StoredTicket, text: string): Promise<number> {
  const detail = await console.call('tickets.get', { uid: ticket.uid });
  return console.change('ticket-reply', {
    ticket_uid: ticket.uid,
    message_uid: desk.services.mintUid(),
    text,
    seen_reply_uid: detail?.ticket.last_reply_uid ?? null,
  });
}

const note = (desk: Desk, console: TestConsole, ticket: StoredTicket, text: string): Promise<number> =>
  console.change('ticket-note', {
    ticket_uid: ticket.uid,
    message_uid: desk.services.mintUid(),
    activity_uid: desk.services.mintUid(),
    text,
  });

const move = (
  desk: Desk,
  console: TestConsole,
  ticket: StoredTicket,
  base: Status,
  to: Status,
): Promise<number> =>
  console.change('ticket-status', {
    ticket_uid: ticket.uid,
    activity_uid: desk.services.mintUid(),
    base,
    to,
  });

test('a console fetches what its agent may see, and hears of each change', async () => {
  await using desk = await createDesk();
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
  await using desk = await createDesk();
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

test('an answer that got lost is not an excuse to send twice', async () => {
  await using desk = await createDesk();
  const ticket = await desk.createTicket({ assigneeId: desk.users.agent.id });
  const agents = await desk.open(desk.users.agent.username);

  agents.loseNextAnswer();
  await reply(desk, agents, ticket, 'Only once');

  await isLive(agents);
  await seesTexts(agents, ticket.uid, ['Only once']);
  expect((await agents.call('sync.status', {})).needs_you).toBe(0);
});

async function createConflict(
  desk: Desk,
): Promise<{ ticket: StoredTicket; agents: TestConsole; mid: number }> {
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
  return { ticket, agents, mid: conflict?.mid ?? 0 };
}

test('a reply that somebody else overtook waits for its author, who may send it all the same', async () => {
  await using desk = await createDesk();
  const { ticket, agents, mid } = await createConflict(desk);
  await agents.call('conflicts.resolve', { mid, choice: 'redo' });
  await isLive(agents);
  await seesTexts(agents, ticket.uid, ['Answered meanwhile', 'Written offline']);
  expect(await agents.call('conflicts.list', {})).toEqual([]);
});

test('… or keep it as a note', async () => {
  await using desk = await createDesk();
  const { ticket, agents, mid } = await createConflict(desk);
  await agents.call('conflicts.resolve', { mid, choice: 'note' });
  await isLive(agents);
  const detail = await agents.call('tickets.get', { uid: ticket.uid });
  expect(detail?.messages.at(-1)?.row).toMatchObject({ text: 'Written offline', visibility: 'staff' });
});

test('… or go on writing it', async () => {
  await using desk = await createDesk();
  const { ticket, agents, mid } = await createConflict(desk);
  await agents.call('conflicts.resolve', { mid, choice: 'edit' });
  const detail = await agents.call('tickets.get', { uid: ticket.uid });
  expect(detail?.draft).toMatchObject({
    text: 'Written offline',
    seen_reply_uid: detail?.ticket.last_reply_uid,
  });
  expect(detail?.conflicts).toEqual([]);
});

test('… or let it go', async () => {
  await using desk = await createDesk();
  const { ticket, agents, mid } = await createConflict(desk);
  await agents.call('conflicts.resolve', { mid, choice: 'discard' });
  await seesTexts(agents, ticket.uid, ['Answered meanwhile']);
  expect(await agents.call('sync.status', {})).toMatchObject({ needs_you: 0, queued: 0 });
});

test('a ticket that is assigned away leaves, one that is assigned comes whole', async () => {
  await using desk = await createDesk();
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
  await using desk = await createDesk();
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
  await using desk = await createDesk();
  const agent = await desk.createUser({ role: 'agent', department: 'loan' });
  const loan = await desk.createTicket({ category: 'loan' });
  const payment = await desk.createTicket({ category: 'payment' });
  const agents = await desk.open(agent.username);
  expect(await uidsOf(agents)).toEqual([loan.uid]);

  await desk.services.users.update(desk.users.superAdmin, agent.id, { department: 'payment' });

  await vi.waitFor(async () => expect(await uidsOf(agents)).toEqual([payment.uid]), settings);
});

test('a customer who writes is heard of by the assignee alone', async () => {
  await using desk = await createDesk();
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
