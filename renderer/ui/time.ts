import { words } from './i18n/i18n.ts';
import { currentLocale } from './i18n/language.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const stylesByName = {
  clock: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  year: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  weekDay: { weekday: 'short', day: 'numeric', month: 'short' },
  dayTime: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  exact: { dateStyle: 'medium', timeStyle: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a format is slow, and a list uses the same one for every row. */
const formatByKey = new Map<string, Intl.DateTimeFormat>();

function written(atMs: number, style: keyof typeof stylesByName): string {
  const locale = currentLocale();
  const key = `${locale} ${style}`;
  let format = formatByKey.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, stylesByName[style]);
    formatByKey.set(key, format);
  }
  return format.format(atMs);
}

/** `12:04`. All times here are ms, UTC, and shown in the reader's own zone and language. */
export function clockTime(atMs: number): string {
  return written(atMs, 'clock');
}

/** `21 Nov 2025, 12:04`. */
export function exactTime(atMs: number): string {
  return written(atMs, 'exact');
}

/** `Fri, 6 Mar` of a day written as `2026-03-06`, which is the same day in every zone. */
export function plainDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return written(new Date(year, month - 1, date).getTime(), 'weekDay');
}

/** `Fri, 6 Mar, 09:00`: a time within the next weeks. */
export function dayAndTime(atMs: number): string {
  return written(atMs, 'dayTime');
}

/** `21 Nov`. */
export function dayOfMonth(atMs: number): string {
  return written(atMs, 'day');
}

export function isSameDay(aMs: number, bMs: number): boolean {
  return new Date(aMs).toDateString() === new Date(bMs).toDateString();
}

/** `now`, `5m`, `3h`, `2d`, then the date: for the narrow end of a row. */
export function age(atMs: number, nowMs: number): string {
  const elapsedMs = nowMs - atMs;
  if (elapsedMs < minuteMs) return words('time:now');
  if (elapsedMs < hourMs) return words('time:minutes', { count: Math.floor(elapsedMs / minuteMs) });
  if (elapsedMs < dayMs) return words('time:hours', { count: Math.floor(elapsedMs / hourMs) });
  if (elapsedMs < 7 * dayMs) return words('time:days', { count: Math.floor(elapsedMs / dayMs) });
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return written(atMs, isThisYear ? 'day' : 'year');
}

/** `12:04` today, otherwise the date with the time. */
export function clockOrDate(atMs: number, nowMs: number): string {
  const time = clockTime(atMs);
  return isSameDay(atMs, nowMs) ? time : words('time:date_time', { date: written(atMs, 'day'), time });
}

/** `Today`, `Yesterday`, or the day by its name. */
export function dayName(atMs: number, nowMs: number): string {
  if (isSameDay(atMs, nowMs)) return words('time:today');
  if (isSameDay(atMs, nowMs - dayMs)) return words('time:yesterday');
  return written(atMs, 'weekday');
}

/** A length of time in its two largest units: `42m`, `3h 05m`, `2d 4h`. */
export function duration(lengthMs: number): string {
  const minutes = Math.floor(Math.abs(lengthMs) / minuteMs);
  if (minutes === 0) return words('time:under_a_minute');
  if (minutes < 60) return words('time:minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    return words('time:hours_minutes', { hours, minutes: String(minutes % 60).padStart(2, '0') });
  }
  return words('time:days_hours', { days: Math.floor(hours / 24), hours: hours % 24 });
}
