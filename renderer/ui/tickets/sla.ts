import { isOpen } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';

export type SlaTone = 'met' | 'calm' | 'soon' | 'late';

/** One clock of a ticket: when it is due, whether it was kept, and how it is doing. */
export interface SlaClock {
  tone: SlaTone;
  dueAt: number;
  /** When it stopped; null while it runs. */
  stoppedAt: number | null;
}

/** From here on a clock asks for attention. */
const soonShare = 0.25;

function clock(startedAt: number, dueAt: number, stoppedAt: number | null, now: number): SlaClock {
  if (stoppedAt !== null) return { tone: stoppedAt <= dueAt ? 'met' : 'late', dueAt, stoppedAt };
  const leftMs = dueAt - now;
  if (leftMs < 0) return { tone: 'late', dueAt, stoppedAt };
  return { tone: leftMs <= (dueAt - startedAt) * soonShare ? 'soon' : 'calm', dueAt, stoppedAt };
}

/** The clock of the first response; null when none runs. */
export function responseClock(ticket: TicketRow, now: number): SlaClock | null {
  const { response_due_at: dueAt, first_responded_at: stoppedAt } = ticket;
  if (dueAt === null || (stoppedAt === null && !isOpen(ticket.status))) return null;
  return clock(ticket.created_at, dueAt, stoppedAt, now);
}

/** The clock of the solution; null when none runs. */
export function resolutionClock(ticket: TicketRow, now: number): SlaClock | null {
  const { resolution_due_at: dueAt } = ticket;
  if (dueAt === null) return null;
  return clock(ticket.created_at, dueAt, ticket.resolved_at ?? ticket.closed_at, now);
}

/** The clock that a list should show: the one that runs out first, nothing once all are stopped. */
export function runningClock(ticket: TicketRow, now: number): SlaClock | null {
  const running = [responseClock(ticket, now), resolutionClock(ticket, now)].filter(
    (candidate) => candidate !== null && candidate.stoppedAt === null,
  );
  return running.toSorted((a, b) => (a?.dueAt ?? 0) - (b?.dueAt ?? 0))[0] ?? null;
}
