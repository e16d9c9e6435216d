import { openStatuses, waitingStatuses, type Status } from '#shared/model/status.ts';
import type { ViewCondition, ViewFilter } from '#shared/model/view-filter.ts';
import { isInView, sortKeyOf, type ViewReader } from '#shared/model/view-meaning.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { ConsoleUser } from '#shared/protocol/console-session.ts';
import { mostLeaseChoices } from '#shared/protocol/ticket-lease.ts';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { ListCursor } from '#shared/protocol/ticket-list.ts';
import type { Result } from '#shared/protocol/result.ts';

/** Something can be done about these now; the others wait for somebody else. */
const workable = openStatuses.filter((status) => !(waitingStatuses as readonly Status[]).includes(status));

const queue = (...conditions: ViewCondition[]): ViewFilter => ({
  conditions: [{ field: 'status', is: 'any_of', values: workable }, ...conditions],
  sort: 'sla_risk',
});

/** What is one's own comes first. */
const ownQueue = queue({ field: 'assignee', is: 'any_of', values: ['me'] });

/** What nobody in one's department has taken: colleagues go through the same. */
const sharedQueue = ({ department }: Pick<ConsoleUser, 'department'>): ViewFilter =>
  queue(
    { field: 'assignee', is: 'any_of', values: ['nobody'] },
    ...(department === null
      ? []
      : [{ field: 'category' as const, is: 'any_of' as const, values: [department] }]),
  );

export interface NextTicketAsk {
  user: Pick<ConsoleUser, 'id' | 'department'>;
  /** The ticket that is open now, null while there is none or it is not read yet. */
  open: TicketRow | null;
  now: number;
  /** Sets one of these tickets aside for the user: fails where the node cannot be asked, null when colleagues have all. */
  lease: (ticketUids: string[]) => Promise<Result<string | null>>;
}

/**
 * `own`: the user's. `leased`: set aside for them. `unleased`: nobody knows whether a colleague goes to it, too.
 * `held`: colleagues are at all that is left. `none`: nothing else waits.
 */
export type NextTicket =
  | { kind: 'own' | 'leased' | 'unleased'; uid: string }
  | { kind: 'held' | 'none'; uid: null };

/** The first tickets of a queue that are not the open one: those behind it while it is in the queue, then all others. */
async function listFrom(
  bridge: ConsoleBridge,
  filter: ViewFilter,
  { user, open, now }: NextTicketAsk,
  limit: number,
): Promise<Result<string[]>> {
  const reader: ViewReader = { userId: user.id, now };
  const isOpenHere = open !== null && isInView(filter, { ticket: open, messages: [] }, reader);
  const after: ListCursor | null = isOpenHere ? { key: sortKeyOf(filter.sort, open), uid: open.uid } : null;
  const uids = new Set<string>();
  for (const place of after === null ? [null] : [after, null]) {
    const page = await bridge.call('tickets.list', { view: { filter }, after: place, limit });
    if (!page.ok) return page;
    for (const { ticket } of page.value.items) if (ticket.uid !== open?.uid) uids.add(ticket.uid);
    if (uids.size >= limit - 1) break;
  }
  return { ok: true, value: [...uids] };
}

/**
 * The ticket to work on next, the one that is due first: the one behind the open ticket while that is in the same
 * queue, and around its end. Chosen on this computer; what colleagues could come to as well is set aside on the node.
 */
export async function findNextTicket(bridge: ConsoleBridge, ask: NextTicketAsk): Promise<Result<NextTicket>> {
  const own = await listFrom(bridge, ownQueue, ask, 2);
  if (!own.ok) return own;
  const [ownUid] = own.value;
  if (ownUid !== undefined) return { ok: true, value: { kind: 'own', uid: ownUid } };
  const shared = await listFrom(bridge, sharedQueue(ask.user), ask, mostLeaseChoices);
  if (!shared.ok) return shared;
  const uids = shared.value.slice(0, mostLeaseChoices);
  const [first] = uids;
  if (first === undefined) return { ok: true, value: { kind: 'none', uid: null } };
  const leased = await ask.lease(uids);
  if (!leased.ok) return { ok: true, value: { kind: 'unleased', uid: first } };
  const { value: uid } = leased;
  return { ok: true, value: uid === null ? { kind: 'held', uid } : { kind: 'leased', uid } };
}
