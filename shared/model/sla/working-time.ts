import { findHoliday, type WorkingCalendar } from './working-calendar.ts';
import { fromLocalTime, nextDay, toLocalTime, weekdayOf, type LocalDay } from './zoned-time.ts';

/** From a moment to another, ms UTC; the end is not part of it. */
export interface Span {
  from: number;
  to: number;
}

/** A span of counted work, and the day that it lies on. */
export interface WorkedSpan extends Span {
  day: LocalDay;
}

/** No clock runs for longer; a calendar that is all holidays ends here. */
const maxDays = 3660;

function* spansFrom(atMs: number, calendar: WorkingCalendar): Generator<WorkedSpan> {
  const { time_zone, week } = calendar;
  let { day } = toLocalTime(atMs, time_zone);
  for (let days = 0; days < maxDays; days += 1, day = nextDay(day)) {
    if (findHoliday(calendar, day) !== undefined) continue;
    for (const block of week[weekdayOf(day)] ?? []) {
      const from = fromLocalTime({ day, minutes: block.from }, time_zone);
      const to = fromLocalTime({ day, minutes: block.to }, time_zone);
      if (to > Math.max(from, atMs)) yield { day, from: Math.max(from, atMs), to };
    }
  }
}

/** What is left of a span without the pauses, which are in order and do not overlap. */
function* without(span: WorkedSpan, pauses: readonly Span[]): Generator<WorkedSpan> {
  let { from } = span;
  for (const pause of pauses) {
    if (pause.to <= from) continue;
    if (pause.from >= span.to) break;
    if (pause.from > from) yield { ...span, from, to: pause.from };
    from = pause.to;
  }
  if (from < span.to) yield { ...span, from };
}

function* workFrom(atMs: number, calendar: WorkingCalendar, pauses: readonly Span[]): Generator<WorkedSpan> {
  for (const span of spansFrom(atMs, calendar)) yield* without(span, pauses);
}

/**
 * The spans of work from `startMs` on that make up `durationMs` together; the last one ends when it is all done.
 * Null when the calendar never gets there.
 */
export function layOut(
  startMs: number,
  durationMs: number,
  calendar: WorkingCalendar,
  pauses: readonly Span[] = [],
): WorkedSpan[] | null {
  const spans: WorkedSpan[] = [];
  let leftMs = durationMs;
  for (const span of workFrom(startMs, calendar, pauses)) {
    const lengthMs = Math.min(leftMs, span.to - span.from);
    spans.push({ ...span, to: span.from + lengthMs });
    leftMs -= lengthMs;
    if (leftMs <= 0) return spans;
  }
  return null;
}

/** When so much working time has passed since `startMs`; null when that is never. */
export function addWorkingTime(
  startMs: number,
  durationMs: number,
  calendar: WorkingCalendar,
  pauses: readonly Span[] = [],
): number | null {
  return layOut(startMs, durationMs, calendar, pauses)?.at(-1)?.to ?? null;
}

/** How much working time lies between the two moments, in ms; 0 when the second comes first. */
export function workingTimeBetween(
  fromMs: number,
  toMs: number,
  calendar: WorkingCalendar,
  pauses: readonly Span[] = [],
): number {
  let sumMs = 0;
  for (const { from, to } of workFrom(fromMs, calendar, pauses)) {
    if (from >= toMs) break;
    sumMs += Math.min(to, toMs) - from;
  }
  return sumMs;
}
