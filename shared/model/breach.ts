import type { TicketRow } from './ticket.ts';

type Clocked = Pick<
  TicketRow,
  'response_due_at' | 'resolution_due_at' | 'first_responded_at' | 'started_at' | 'resolved_at' | 'closed_at'
>;

function earliestOf(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** When somebody first answered, started or ended it (mapping, section 3); null when nobody has. */
export function respondedAt(ticket: Clocked): number | null {
  const { first_responded_at, started_at, resolved_at, closed_at } = ticket;
  return earliestOf([first_responded_at, started_at, resolved_at, closed_at]);
}

/** When it was over; null while it is not. */
export function endedAt({ resolved_at, closed_at }: Clocked): number | null {
  return earliestOf([resolved_at, closed_at]);
}

/** Missed by what came too late, or not come by now. Never stored: it becomes true while nothing is written. */
function isMissed(dueAt: number | null, doneAt: number | null, now: number): boolean {
  return dueAt !== null && (doneAt ?? now) > dueAt;
}

/** Nobody answered, started or ended it by the response's due time (mapping, section 3). */
export function isResponseBreached(ticket: Clocked, now: number): boolean {
  return isMissed(ticket.response_due_at, respondedAt(ticket), now);
}

/** Not resolved by the time that was set for it. */
export function isResolutionBreached(ticket: Clocked, now: number): boolean {
  return isMissed(ticket.resolution_due_at, endedAt(ticket), now);
}
