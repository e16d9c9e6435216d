import { fromLocalTime, nextDay, toLocalTime } from '#shared/model/sla/zoned-time.ts';

export interface Stretch {
  /** Ms UTC; `before` is not included. */
  from: number;
  before: number;
}

/** The days of a time zone that lie in a span, oldest first; the first and the last may be cut by it. */
export function daysOf({ from, before }: Stretch, zone: string, most: number): Stretch[] {
  const days: Stretch[] = [];
  let { day } = toLocalTime(from, zone);
  let start = from;
  while (start < before && days.length < most) {
    day = nextDay(day);
    const end = Math.min(before, fromLocalTime({ day, minutes: 0 }, zone));
    if (end > start) days.push({ from: start, before: end });
    start = end;
  }
  return days;
}
