import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { SliceContext } from './slice.ts';
import type { TicketState } from './ticket-state.ts';

export type Absence = Extract<TicketState['detailPhase'], 'missing' | 'left' | 'unreached'>;

/** What came of reading a ticket: the ticket, or why there is none. */
export type OpenedTicket = TicketDetail | Absence;

/**
 * Reads a ticket as it is on this computer. One that was not shown yet and is not here is asked of the node, which has
 * what closed long ago; one that was shown has left, and is not asked for again.
 */
export async function openTicket(
  { bridge }: Pick<SliceContext, 'bridge'>,
  uid: string,
  wasShown: boolean,
): Promise<Result<OpenedTicket>> {
  const held = await bridge.call('tickets.get', { uid });
  if (!held.ok || held.value !== null) return held as Result<TicketDetail>;
  if (wasShown) return { ok: true, value: 'left' };
  const fetched = await bridge.call('tickets.fetch', { uid });
  if (!fetched.ok) {
    return fetched.error.kind === 'unavailable' ? { ok: true, value: 'unreached' } : fetched;
  }
  const read = fetched.value ? await bridge.call('tickets.get', { uid }) : held;
  return read.ok ? { ok: true, value: read.value ?? 'missing' } : read;
}
