import type { TicketRow } from './ticket.ts';

type Clocked = Pick<
  TicketRow,
  'response_due_at' | 'resolution_due_at' | 'first_responded_at' | 'started_at' | 'resolved_at' | 'closed_at'
>;

/** Missed by what came too late, or not come by now. Never stored: it becomes true while nothing is written. */
function isMissed(dueAt: number | null, doneAt: readonly (number | null)[], now: number): boolean {
  if (dueAt === null) return false;
  const known = doneAt.filter((at) => at !== null);
  return (known.length === 0 ? now : Math.min(...known)) > dueAt;
}

/** Nobody answered, started or ended it by the response's due time (mapping, section 3). */
export function isResponseBreached(ticket: Clocked, now: number): boolean {
  const { first_responded_at, started_at, resolved_at, closed_at } = ticket;
  return isMissed(ticket.response_due_at, [first_responded_at, started_at, resolved_at, closed_at], now);
}

/** Not resolved by the time that was set for it. */
export function isResolutionBreached(ticket: Clocked, now: number): boolean {
  return isMissed(ticket.resolution_due_at, [ticket.resolved_at, ticket.closed_at], now);
}
