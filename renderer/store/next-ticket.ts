import { openStatuses, waitingStatuses, type Status } from '#shared/model/status.ts';
import type { ViewCondition, ViewFilter } from '#shared/model/view-filter.ts';
import { isInView, sortKeyOf, type ViewReader } from '#shared/model/view-meaning.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { ConsoleUser } from '#shared/protocol/console-session.ts';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { ListCursor } from '#shared/protocol/ticket-list.ts';
import type { Result } from '#shared/protocol/result.ts';

/** Something can be done about these now; the others wait for somebody else. */
const workable = openStatuses.filter((status) => !(waitingStatuses as readonly Status[]).includes(status));

const queue = (...conditions: ViewCondition[]): ViewFilter => ({
  conditions: [{ field: 'status', is: 'any_of', values: workable }, ...conditions],
  sort: 'sla_risk',
});

/** Where the next ticket comes from: what is one's own, then what nobody in one's department has taken. */
function queuesOf({ department }: Pick<ConsoleUser, 'department'>): ViewFilter[] {
  return [
    queue({ field: 'assignee', is: 'any_of', values: ['me'] }),
    queue(
      { field: 'assignee', is: 'any_of', values: ['nobody'] },
      ...(department === null
        ? []
        : [{ field: 'category' as const, is: 'any_of' as const, values: [department] }]),
    ),
  ];
}

/** The first ticket of a queue behind a place in it, or from its beginning, that is not the open one. */
async function firstOf(
  bridge: ConsoleBridge,
  filter: ViewFilter,
  after: ListCursor | null,
  openUid: string | null,
): Promise<Result<string | null>> {
  const page = await bridge.call('tickets.list', { view: { filter }, after, limit: 2 });
  if (!page.ok) return page;
  const uids = page.value.items.map(({ ticket }) => ticket.uid);
  return { ok: true, value: uids.find((uid) => uid !== openUid) ?? null };
}

export interface NextTicketAsk {
  user: Pick<ConsoleUser, 'id' | 'department'>;
  /** The ticket that is open now, null while there is none or it is not read yet. */
  open: TicketRow | null;
  now: number;
}

/**
 * The uid of the ticket to work on next, the one that is due first: the one behind the open ticket while that is in the
 * same queue, and around its end; null when nothing else waits. Asks this computer alone.
 */
export async function findNextTicket(
  bridge: ConsoleBridge,
  { user, open, now }: NextTicketAsk,
): Promise<Result<string | null>> {
  const reader: ViewReader = { userId: user.id, now };
  const openUid = open?.uid ?? null;
  for (const filter of queuesOf(user)) {
    const isOpenHere = open !== null && isInView(filter, { ticket: open, messages: [] }, reader);
    const after = isOpenHere ? { key: sortKeyOf(filter.sort, open), uid: open.uid } : null;
    for (const place of after === null ? [null] : [after, null]) {
      const found = await firstOf(bridge, filter, place, openUid);
      if (!found.ok || found.value !== null) return found;
    }
  }
  return { ok: true, value: null };
}
