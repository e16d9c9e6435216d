import type { Priority } from '../priority.ts';
import { doneStatuses, type Status } from '../status.ts';
import type { SlaRules } from './sla-rules.ts';
import { addWorkingTime, layOut, workingTimeBetween, type Span, type WorkedSpan } from './working-time.ts';

const minuteMs = 60_000;

/** A ticket's move from one status to another. */
export interface StatusMove {
  at: number;
  to: Status;
}

/** What a clock is computed from. */
export interface ClockedTicket {
  created_at: number;
  priority: Priority;
  /** Oldest first, up to now. */
  moves: readonly StatusMove[];
}

/** A time in which the clock stood still; `to` is null while it does. */
export interface Pause {
  status: Status;
  from: number;
  to: number | null;
}

const isOneOf = (statuses: readonly Status[], status: Status): boolean => statuses.includes(status);

/** When the clock for the solution stood still: on the policy's statuses, and between an end and a reopening. */
export function pausesOf({ moves }: Pick<ClockedTicket, 'moves'>, { pauses_on }: SlaRules): Pause[] {
  return moves.flatMap(({ at, to: status }, index) => {
    const next = moves[index + 1];
    const isPause = isOneOf(pauses_on, status) || (isOneOf(doneStatuses, status) && next !== undefined);
    return isPause ? [{ status, from: at, to: next?.at ?? null }] : [];
  });
}

const closed = (pauses: readonly Pause[]): Span[] =>
  pauses.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));

/** When the first response is due, ms UTC; null when the calendar never gets there. */
export function firstResponseDueAt(rules: SlaRules, ticket: Omit<ClockedTicket, 'moves'>): number | null {
  const { response_minutes } = rules.targets[ticket.priority];
  return addWorkingTime(ticket.created_at, response_minutes * minuteMs, rules.calendar);
}

/** When the solution is due, ms UTC; null while the clock stands still, and where none was promised. */
export function resolutionDueAt(rules: SlaRules, ticket: ClockedTicket): number | null {
  const { resolution_minutes } = rules.targets[ticket.priority];
  const pauses = pausesOf(ticket, rules);
  if (resolution_minutes === null || pauses.at(-1)?.to === null) return null;
  return addWorkingTime(ticket.created_at, resolution_minutes * minuteMs, rules.calendar, closed(pauses));
}

/** How a clock comes to its end, in full. */
export interface ClockReport {
  targetMinutes: number;
  dueAt: number | null;
  /** Working time used up at `now`, or when it was done. */
  elapsedMs: number;
  /** The stretches of work that make up the target, day by day; of a clock that stands still, those so far. */
  spans: WorkedSpan[];
  pauses: Pause[];
}

/** The clock for the first response, explained. `doneAt` is when it came. */
export function explainResponse(
  rules: SlaRules,
  ticket: ClockedTicket,
  { now, doneAt }: { now: number; doneAt: number | null },
): ClockReport {
  const targetMinutes = rules.targets[ticket.priority].response_minutes;
  const spans = layOut(ticket.created_at, targetMinutes * minuteMs, rules.calendar) ?? [];
  return {
    targetMinutes,
    dueAt: spans.at(-1)?.to ?? null,
    elapsedMs: workingTimeBetween(ticket.created_at, doneAt ?? now, rules.calendar),
    spans,
    pauses: [],
  };
}

/** The clock for the solution, explained; null where none was promised. */
export function explainResolution(
  rules: SlaRules,
  ticket: ClockedTicket,
  { now, doneAt }: { now: number; doneAt: number | null },
): ClockReport | null {
  const targetMinutes = rules.targets[ticket.priority].resolution_minutes;
  if (targetMinutes === null) return null;
  const pauses = pausesOf(ticket, rules);
  const standsStillSince = pauses.at(-1)?.to === null ? (pauses.at(-1)?.from ?? now) : null;
  const until = doneAt ?? standsStillSince ?? now;
  const elapsedMs = workingTimeBetween(ticket.created_at, until, rules.calendar, closed(pauses));
  const laidOutMs = standsStillSince === null ? targetMinutes * minuteMs : elapsedMs;
  const spans =
    laidOutMs === 0 ? [] : (layOut(ticket.created_at, laidOutMs, rules.calendar, closed(pauses)) ?? []);
  return {
    targetMinutes,
    dueAt: standsStillSince === null ? (spans.at(-1)?.to ?? null) : null,
    elapsedMs,
    spans,
    pauses,
  };
}
