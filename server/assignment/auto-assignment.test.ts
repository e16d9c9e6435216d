import { expect, test } from 'vitest';
import { consoleRules } from '#shared/model/rule-set.ts';
import type { Actor } from '#shared/model/user.ts';
import { createTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { applyChange } from '../testing/test-tickets.ts';
import { findTicketById, listActivities, type StoredTicket } from '../tickets/ticket.repo.ts';
import { findNextWaiting } from './assignment.repo.ts';

/** A desk whose payment department is these agents alone. */
async function createLoanDesk(...agents: { username: string; capacity: number; isAvailable?: boolean }[]) {
  const desk = await createTestDesk();
  const actors: Actor[] = [];
  for (const { username, capacity, isAvailable = true } of agents) {
    actors.push(
      await desk.createUser({
        username,
        department: 'loan',
        agent_capacity: capacity,
        is_available: isAvailable ? 1 : 0,
      }),
    );
  }
  return { desk, actors };
}

const assigneeOf = async ({ services }: TestDesk, id: number): Promise<number | null> =>
  (await findTicketById(services.database.db, id))?.assignee_id ?? null;

const close = ({ services, users }: TestDesk, ticket_uid: string) =>
  applyChange(services, users.superAdmin, {
    name: 'ticket-status',
    args: { ticket_uid, activity_uid: services.mintUid(), to: 'closed' },
  });

/** Asks until it is so: the queue is drained after the commit that frees somebody. */
async function eventually<Value>(read: () => Promise<Value>, expected: Value): Promise<void> {
  await expect.poll(read, { timeout: 2000, interval: 10 }).toEqual(expected);
}

test('the least busy agent of the department gets the ticket, and the activity says why', async () => {
  const { desk, actors } = await createLoanDesk(
    { username: 'big', capacity: 4 },
    { username: 'small', capacity: 2 },
    { username: 'away', capacity: 50, isAvailable: false },
  );
  await using _desk = desk;
  const [big, small] = actors;
  const { services } = desk;
  await desk.createUser({ department: 'loan', is_approved: 0 });
  await desk.createUser({ department: 'loan', is_active: 0 });
  await desk.createTicket({ category: 'loan', assigneeId: small?.id ?? 0 });
  await desk.createTicket({ category: 'loan', assigneeId: big?.id ?? 0 });
  const ticket = await desk.createTicket({ category: 'loan' });

  const outcome = await services.autoAssignment.request(ticket.uid, 'it-support');

  expect(outcome).toMatchObject({
    kind: 'assigned',
    agent: { id: big?.id },
    written: { ticket: { status: 'new' } },
  });
  const activity = (await listActivities(services.database.db, [ticket.id])).at(-1);
  expect(activity).toMatchObject({ kind: 'assigned', actor_id: null, to_value: String(big?.id) });
  expect(JSON.parse(activity?.data ?? '')).toMatchObject({
    assignee_username: 'big',
    assignee_department: 'loan',
    auto_assigned: true,
    method: 'auto',
    explanation: {
      because:
        'because big has 1 of 4 tickets (25%) and nobody in loan has a lower share of their capacity in use',
      available: 2,
    },
  });
  expect(await services.autoAssignment.request(ticket.uid, 'it-support')).toEqual({ kind: 'not_needed' });
});

test('among equals, tickets go round', async () => {
  const { desk, actors } = await createLoanDesk(
    { username: 'one', capacity: 10 },
    { username: 'two', capacity: 10 },
    { username: 'three', capacity: 10 },
  );
  await using _desk = desk;
  const given: (number | null)[] = [];
  for (let count = 0; count < 6; count += 1) {
    desk.clock.advance(1000);
    const ticket = await desk.createTicket({ category: 'loan' });
    await desk.services.autoAssignment.request(ticket.uid, 'bot');
    given.push(await assigneeOf(desk, ticket.id));
  }
  const ids = actors.map(({ id }) => id);
  expect(given).toEqual([...ids, ...ids]);
});

test('requests at the same moment never take an agent over capacity', async () => {
  const { desk } = await createLoanDesk({ username: 'one', capacity: 2 }, { username: 'two', capacity: 1 });
  await using _desk = desk;
  const tickets: StoredTicket[] = [];
  for (let count = 0; count < 6; count += 1) tickets.push(await desk.createTicket({ category: 'loan' }));

  const outcomes = await Promise.all(
    tickets.map(({ uid }) => desk.services.autoAssignment.request(uid, 'bot')),
  );

  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
    'assigned',
    'assigned',
    'assigned',
    'waiting',
    'waiting',
    'waiting',
  ]);
  const loads = await desk.services.agentLoad.list({ department: 'loan' });
  expect(loads.map(({ ticketsByStatus }) => ticketsByStatus.get('new'))).toEqual([2, 1]);
});

test('what waits is drained in order when a ticket is done, an agent is back, or capacity is raised', async () => {
  const { desk, actors } = await createLoanDesk(
    { username: 'one', capacity: 1 },
    { username: 'away', capacity: 1, isAvailable: false },
  );
  await using _desk = desk;
  const { services, users } = desk;
  const [one, away] = actors;
  const faults: unknown[] = [];
  const stop = services.autoAssignment.start((error) => faults.push(error));
  const tickets: StoredTicket[] = [];
  for (let count = 0; count < 5; count += 1) {
    desk.clock.advance(1000);
    const ticket = await desk.createTicket({ category: 'loan' });
    await services.autoAssignment.request(ticket.uid, 'bot');
    tickets.push(ticket);
  }
  const unmarked = await desk.createTicket({ category: 'loan' });
  const assignees = () => Promise.all(tickets.map(({ id }) => assigneeOf(desk, id)));
  const [oneId, awayId] = [one?.id ?? 0, away?.id ?? 0];
  await eventually(assignees, [oneId, null, null, null, null]);

  await close(desk, tickets[0]?.uid ?? '');
  await eventually(assignees, [oneId, oneId, null, null, null]);
  await services.users.toggleAvailability(users.admin, awayId);
  await eventually(assignees, [oneId, oneId, awayId, null, null]);
  await services.users.update(users.admin, oneId, { agentCapacity: 2 });
  await eventually(assignees, [oneId, oneId, awayId, oneId, null]);
  const newcomer = await desk.createUser({ department: 'loan' });
  await eventually(assignees, [oneId, oneId, awayId, oneId, newcomer.id]);

  await stop();
  expect(await assigneeOf(desk, unmarked.id)).toBeNull();
  expect(faults).toEqual([]);
});

test('a ticket that somebody was given by hand leaves the queue for good', async () => {
  const { desk, actors } = await createLoanDesk({ username: 'away', capacity: 5, isAvailable: false });
  await using _desk = desk;
  const { services, users } = desk;
  const ticket = await desk.createTicket({ category: 'loan' });
  expect(await services.autoAssignment.request(ticket.uid, 'bot')).toEqual({ kind: 'waiting' });
  expect(await findNextWaiting(services.database.db, [])).toBe(ticket.id);
  for (const assignee_id of [actors[0]?.id ?? 0, null]) {
    const names = { activity_uid: services.mintUid(), status_activity_uid: services.mintUid() };
    const args = { ticket_uid: ticket.uid, ...names, assignee_id };
    await services.tickets.change(
      { name: 'ticket-assign', args },
      { actor: users.admin, rules: consoleRules, origin: 'console' },
    );
  }
  expect(await findNextWaiting(services.database.db, [])).toBeNull();
  expect(await services.autoAssignment.drain()).toBe(0);
});

test('two agents who look for their next ticket come to different ones, until a while has passed', async () => {
  await using desk = await createTestDesk();
  const [agent, colleague] = [
    await desk.createUser({ role: 'agent', department: 'loan' }),
    await desk.createUser({ role: 'agent', department: 'loan' }),
  ];
  const elsewhere = await desk.createTicket({ category: 'technical' });
  const taken = await desk.createTicket({ category: 'loan', assigneeId: agent.id });
  const first = await desk.createTicket({ category: 'loan' });
  const second = await desk.createTicket({ category: 'loan' });
  const uids = [elsewhere, taken, first, second].map(({ uid }) => uid);
  const { ticketLeases } = desk.services;

  const next = await Promise.all([ticketLeases.take(agent, uids), ticketLeases.take(colleague, uids)]);
  expect(new Set(next)).toEqual(new Set([first.uid, second.uid]));
  // Whoever asks again may get the one that they gave up, and nobody else's.
  expect(await ticketLeases.take(agent, uids)).toBe(next[0]);
  expect(await ticketLeases.take(agent, [next[1]!])).toBeNull();
  desk.clock.advance(6 * 60_000);
  expect(await ticketLeases.take(agent, [next[1]!])).toBe(next[1]);
});
