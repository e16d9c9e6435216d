/** A day of the calendar, "2026-11-27". */
export type LocalDay = string;

/** What a wall clock shows: the day, and minutes since its midnight. */
export interface LocalTime {
  day: LocalDay;
  minutes: number;
}

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** Formatters are costly to make and stay the same. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/** Whether the name is one of the IANA time zones, "Europe/Berlin". */
export function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // Offsets are no zones: they know no summer time.
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}

/** What the wall clock shows there, read as if it were UTC. */
function wallMs(atMs: number, timeZone: string): number {
  const second = Math.floor(atMs / 1000) * 1000;
  const field: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(second)) field[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: seconds = 0 } = field;
  return Date.UTC(year, month - 1, day, hour, minute, seconds) + (atMs - second);
}

/** The wall clock of the zone at a moment (ms UTC); minutes may have a fraction. */
export function toLocalTime(atMs: number, timeZone: string): LocalTime {
  const wall = wallMs(atMs, timeZone);
  const midnight = Math.floor(wall / dayMs) * dayMs;
  return { day: toDay(midnight), minutes: (wall - midnight) / minuteMs };
}

/**
 * The moment (ms UTC) at which the wall clock shows this; 1440 minutes are the next midnight. A time that the clock
 * leaps over in spring is the moment of the leap; of one that it shows twice in autumn it is the first.
 */
export function fromLocalTime({ day, minutes }: LocalTime, timeZone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
  // No zone is further from UTC, so that the offsets at both ends are all there can be.
  const candidates = [wall - dayMs, wall + dayMs]
    .map((near) => wall - (wallMs(near, timeZone) - near))
    .toSorted((a, b) => a - b);
  const match = candidates.find((at) => wallMs(at, timeZone) === wall);
  return match ?? leapBetween(candidates, wall, timeZone);
}

/** The first moment at which the clock shows more than `wall`, which it never shows itself. */
function leapBetween(candidates: readonly number[], wall: number, timeZone: string): number {
  let [before = 0, after = 0] = candidates;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallMs(middle, timeZone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

const toDay = (utcMidnightMs: number): LocalDay => new Date(utcMidnightMs).toISOString().slice(0, 10);

export function nextDay(day: LocalDay): LocalDay {
  return toDay(Date.parse(`${day}T00:00:00Z`) + dayMs);
}

/** 0 is Monday. */
export function weekdayOf(day: LocalDay): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
