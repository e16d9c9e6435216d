const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Far enough to be never: a customer who writes ends it before. */
export const untilReply = Date.UTC(9999, 0);

/** When a working day begins, in the agent's own zone. */
const morningHour = 9;

export const snoozePresets = ['later', 'tomorrow', 'monday', 'week'] as const;
export type SnoozePreset = (typeof snoozePresets)[number];

/** The morning `days` later. */
function morningAfter(nowMs: number, days: number): number {
  const day = new Date(nowMs);
  day.setDate(day.getDate() + days);
  return day.setHours(morningHour, 0, 0, 0);
}

/** Days until that day of the week (0 is Sunday), at least one. */
function daysUntil(nowMs: number, weekday: number): number {
  return ((weekday - new Date(nowMs).getDay() + 6) % 7) + 1;
}

/** The time that a preset stands for, ms UTC. */
export function presetTime(preset: SnoozePreset, nowMs: number): number {
  switch (preset) {
    case 'later':
      // On the quarter of an hour: nobody thinks in odd minutes.
      return Math.ceil((nowMs + 3 * hourMs) / (15 * minuteMs)) * 15 * minuteMs;
    case 'tomorrow':
      return morningAfter(nowMs, 1);
    case 'monday':
      return morningAfter(nowMs, daysUntil(nowMs, 1));
    case 'week':
      return morningAfter(nowMs, 7);
  }
}

const lengthPattern =
  /^(?:in |через )?(\d{1,3})\s*(m|min|мин|м|h|ч|час|часа|часов|d|д|день|дня|дней|w|нед|н)\.?$/u;

/** `2h`, `30 мин`, `in 3 d`. */
function timeAfter(text: string, nowMs: number): number | null {
  const [, count, unit = ''] = lengthPattern.exec(text) ?? [];
  if (count === undefined) return null;
  const length = Number(count);
  if (/^(?:m|мин|м)/u.test(unit)) return nowMs + length * minuteMs;
  if (/^(?:h|ч)/u.test(unit)) return nowMs + length * hourMs;
  return morningAfter(nowMs, /^(?:w|н)/u.test(unit) ? length * 7 : length);
}

/** First letters of the days, from Sunday on: enough of each to tell it from the others. */
const dayBeginnings = [
  ['su', 'вс'],
  ['mo', 'пн', 'пон'],
  ['tu', 'вт'],
  ['we', 'ср'],
  ['th', 'чт', 'чет'],
  ['fr', 'пт', 'пят'],
  ['sa', 'сб', 'суб'],
];

function daysOf(word: string, nowMs: number): number | null {
  if (/^(?:today|сегодня)$/u.test(word)) return 0;
  if (/^(?:tomorrow|tmr|завтра)$/u.test(word)) return 1;
  const weekday = dayBeginnings.findIndex((beginnings) =>
    beginnings.some((beginning) => word.startsWith(beginning)),
  );
  return weekday === -1 ? null : daysUntil(nowMs, weekday);
}

const clockPattern = /^(?:at |в )?(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/;

/** `9`, `9am`, `14:30`: hours and minutes of a day. */
function clockOf(text: string): { hours: number; minutes: number } | null {
  const [, hour, minute = '0', half] = clockPattern.exec(text) ?? [];
  if (hour === undefined) return null;
  const hours = (Number(hour) % (half === undefined ? 24 : 12)) + (half === 'pm' ? 12 : 0);
  return Number(hour) > 23 || Number(minute) > 59 ? null : { hours, minutes: Number(minute) };
}

/**
 * Reads when somebody wants a ticket back, as people type it in English and Russian: `2h`, `fri 9am`, `tomorrow`,
 * `пт 14:30`. Null when it is no time to come.
 */
export function parseSnooze(text: string, nowMs: number): number | null {
  const wanted = text.trim().toLowerCase();
  const after = timeAfter(wanted, nowMs);
  if (after !== null) return after;
  const [first = '', ...rest] = wanted.split(/\s+/);
  const days = daysOf(first, nowMs);
  const clock = clockOf(days === null ? wanted : rest.join(' '));
  if (days === null && clock === null) return null;
  if (days !== null && clock === null && rest.length > 0) return null;
  const day = new Date(nowMs);
  day.setDate(day.getDate() + (days ?? 0));
  const until = day.setHours(clock?.hours ?? morningHour, clock?.minutes ?? 0, 0, 0);
  if (until > nowMs) return until;
  // An hour that has passed today is meant for tomorrow.
  return days === null ? until + 24 * hourMs : null;
}

/** A way of saying when: a preset's name, `reply`, or what somebody typed. It means another time every day. */
export type SnoozeWish = string;

/** The time that a wish stands for now, ms UTC; null when there is no such time. */
export function snoozeTime(wish: SnoozeWish, nowMs: number): number | null {
  if (wish === 'reply') return untilReply;
  const preset = snoozePresets.find((candidate) => candidate === wish);
  return preset === undefined ? parseSnooze(wish, nowMs) : presetTime(preset, nowMs);
}
