import { expect, it } from 'vitest';
import type { TicketRow } from '#shared/model/ticket.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { ticketLeaseCall } from '#shared/protocol/ticket-lease.ts';
import { isInView, sortKeyOf } from '#shared/model/view-meaning.ts';
import { listItem, ticketDetail, ticketRow, uidOf } from '../ui/tickets/test-rows.ts';
import { createDesk } from './test-bridge.ts';

const me = 2;
const now = Date.now();
const hourMs = 3_600_000;

function ticket(number: number, dueInHours: number | null, fields: Partial<TicketRow> = {}): TicketRow {
  const due = dueInHours === null ? null : now + dueInHours * hourMs;
  const first = { uid: uidOf(number), id: number, assignee_id: me, first_responded_at: 0 };
  return ticketRow({ ...first, resolution_due_at: due, ...fields });
}

const mine = [
  ticket(1, 5),
  ticket(2, -1, { status: 'in_progress' }),
  ticket(3, null),
  ticket(4, 2, { status: 'new' }),
];
const notNow = [
  ticket(11, -9, { status: 'waiting_user' }),
  ticket(12, -9, { status: 'resolved', resolved_at: 1 }),
  ticket(13, -9, { snoozed_until: now + hourMs }),
  ticket(14, -9, { assignee_id: 8 }),
];
const unassigned = [
  ticket(21, 1, { assignee_id: null }),
  ticket(22, -3, { assignee_id: null }),
  ticket(23, -4, { assignee_id: null, category: 'technical' }),
];

/** A console that holds these tickets, answering as its contract says; null cuts it from the node. */
function deskWith(
  tickets: readonly TicketRow[],
  department: 'payment' | null = 'payment',
  heldUids: readonly string[] | null = [],
) {
  const desk = createDesk({
    'tickets.list': ({ view, after, limit }) => {
      if (typeof view === 'string' || !('filter' in view)) throw new Error('Not a filter');
      const { filter } = view;
      const keyOf = (row: TicketRow) => sortKeyOf(filter.sort, row);
      const rows = tickets
        .filter((row) => isInView(filter, { ticket: row, messages: [] }, { userId: me, now }))
        .toSorted((a, b) => keyOf(b) - keyOf(a) || (a.uid < b.uid ? 1 : -1))
        .filter(
          (row) =>
            after === null || keyOf(row) < after.key || (keyOf(row) === after.key && row.uid < after.uid),
        );
      return { items: rows.slice(0, limit).map((row) => listItem(row.id ?? 0, { ticket: row })), next: null };
    },
    'tickets.get': ({ uid }) => {
      const row = tickets.find((each) => each.uid === uid);
      return row === undefined ? null : ticketDetail({ ticket: row });
    },
    'tickets.markSeen': () => null,
    'node.request': ({ body }) => {
      if (heldUids === null) throw new DeskError('unavailable', 'No network');
      const { ticket_uids: uids } = ticketLeaseCall.body.parse(body);
      const ticket_uid = uids.find((uid) => !heldUids.includes(uid)) ?? null;
      return { status: 200, body: { ticket_uid } };
    },
  });
  const user = { id: me, username: 'a', full_name: 'A', role: 'agent', is_active: true } as const;
  desk.store.setState({
    session: {
      state: 'signed_in',
      node_url: 'http://node',
      is_durable: true,
      user: { ...user, department, is_approved: true },
    },
  });
  return desk;
}

/** The numbers of the tickets to which so many calls lead, one after the other. */
async function walk(tickets: readonly TicketRow[], steps: number, department: 'payment' | null = 'payment') {
  const { store } = deskWith(tickets, department);
  const numbers: (number | null)[] = [];
  for (let step = 0; step < steps; step += 1) {
    const uid = await store.getState().findNextTicket();
    numbers.push(tickets.find((row) => row.uid === uid)?.id ?? null);
    if (uid !== null) await store.getState().showTicket(uid);
  }
  return numbers;
}

it('goes through what is one’s own by what is due first, and around', async () => {
  expect(await walk([...unassigned, ...mine, ...notNow], 5)).toEqual([2, 4, 1, 3, 2]);
});

it('comes back to the most urgent one from a ticket that is not to be worked on', async () => {
  const { store } = deskWith([...mine, ...notNow]);
  await store.getState().showTicket(uidOf(12));
  expect(await store.getState().findNextTicket()).toBe(uidOf(2));
});

it('goes on with what nobody in the department has when nothing of one’s own waits', async () => {
  expect(await walk([...notNow, ...unassigned], 3)).toEqual([22, 21, 22]);
  expect(await walk([...notNow, ...unassigned], 3, null)).toEqual([23, 22, 21]);
  expect(await walk([ticket(1, 5), ...unassigned], 2)).toEqual([1, 22]);
});

it('passes what a colleague is at, and says when they are at everything or cannot be asked for', async () => {
  const { store } = deskWith(unassigned, 'payment', [uidOf(22)]);
  expect(await store.getState().findNextTicket()).toBe(uidOf(21));
  expect(store.getState().toasts).toEqual([]);

  const { store: late } = deskWith(unassigned, 'payment', [uidOf(21), uidOf(22)]);
  expect(await late.getState().findNextTicket()).toBeNull();
  expect(late.getState().toasts[0]?.text).toMatch(/^Colleagues are at all tickets/);

  const { store: alone } = deskWith(unassigned, 'payment', null);
  expect(await alone.getState().findNextTicket()).toBe(uidOf(22));
  expect(alone.getState().toasts[0]?.text).toMatch(/^The node cannot be asked/);
});

it('says so when nothing else waits, and when it could not be found out', async () => {
  const { store } = deskWith([ticket(1, 5), ...notNow]);
  await store.getState().showTicket(uidOf(1));
  expect(await store.getState().findNextTicket()).toBeNull();
  expect(store.getState().toasts.map(({ text }) => text)).toEqual(['No other ticket waits for you']);

  const { store: mute } = createDesk({});
  mute.setState({ session: store.getState().session });
  expect(await mute.getState().findNextTicket()).toBeNull();
  expect(mute.getState().toasts.map(({ text, tone }) => [text, tone])).toEqual([
    ['No answer here', 'problem'],
  ]);
});
