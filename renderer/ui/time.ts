const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const yearFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const exactFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** `12:04`. All times here are ms, UTC, and shown in the reader's own zone. */
export function clockTime(atMs: number): string {
  return clockFormat.format(atMs);
}

/** `21 Nov 2025, 12:04`. */
export function exactTime(atMs: number): string {
  return exactFormat.format(atMs);
}

export function isSameDay(aMs: number, bMs: number): boolean {
  return new Date(aMs).toDateString() === new Date(bMs).toDateString();
}

/** `now`, `5m`, `3h`, `2d`, then the date: for the narrow end of a row. */
export function age(atMs: number, nowMs: number): string {
  const elapsedMs = nowMs - atMs;
  if (elapsedMs < minuteMs) return 'now';
  if (elapsedMs < hourMs) return `${Math.floor(elapsedMs / minuteMs)}m`;
  if (elapsedMs < dayMs) return `${Math.floor(elapsedMs / hourMs)}h`;
  if (elapsedMs < 7 * dayMs) return `${Math.floor(elapsedMs / dayMs)}d`;
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return (isThisYear ? dayFormat : yearFormat).format(atMs);
}

/** `12:04` today, otherwise the date with the time. */
export function clockOrDate(atMs: number, nowMs: number): string {
  return isSameDay(atMs, nowMs) ? clockTime(atMs) : `${dayFormat.format(atMs)}, ${clockTime(atMs)}`;
}

/** `Today`, `Yesterday`, or the day by its name. */
export function dayName(atMs: number, nowMs: number): string {
  if (isSameDay(atMs, nowMs)) return 'Today';
  if (isSameDay(atMs, nowMs - dayMs)) return 'Yesterday';
  return weekdayFormat.format(atMs);
}

/** A length of time in its two largest units: `42m`, `3h 05m`, `2d 4h`. */
export function duration(lengthMs: number): string {
  const minutes = Math.floor(Math.abs(lengthMs) / minuteMs);
  if (minutes === 0) return '<1m';
  if (minutes < 60) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}h ${String(minutes % 60).padStart(2, '0')}m`;
  return `${Math.floor(hours / 24)}d ${hours % 24}h`;
}
