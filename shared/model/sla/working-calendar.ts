import { z } from 'zod';
import { isTimeZone, type LocalDay } from './zoned-time.ts';

/** A stretch of work within a day, in minutes since midnight; 1440 is the end of the day. */
const blockSchema = z
  .strictObject({ from: z.int().min(0).max(1439), to: z.int().min(1).max(1440) })
  .refine(({ from, to }) => from < to, 'A block must end after it begins');

const daySchema = z
  .array(blockSchema)
  .max(10)
  .refine(
    (blocks) => blocks.every(({ from }, index) => index === 0 || (blocks[index - 1]?.to ?? 0) <= from),
    'Blocks must be in order and must not overlap',
  );

const holidaySchema = z.strictObject({
  /** "2026-12-25", or "12-25" for every year. */
  date: z
    .string()
    .refine(
      (text) => z.iso.date().safeParse(/^\d\d-\d\d$/.test(text) ? `2024-${text}` : text).success,
      'Must be a date like 2026-12-25, or 12-25 for every year',
    ),
  name: z.string().trim().min(1).max(100),
});

export type Holiday = z.infer<typeof holidaySchema>;

/** When work is done: several blocks a day, none on holidays, by the clock of one time zone. */
export const workingCalendarSchema = z.strictObject({
  /** An IANA name, "Europe/Berlin". */
  time_zone: z.string().max(60).refine(isTimeZone, 'Unknown time zone'),
  /** Monday first; a day without blocks is off. */
  week: z
    .array(daySchema)
    .length(7, 'The week needs seven days, Monday first')
    .refine((week) => week.some((day) => day.length > 0), 'There must be work on some day'),
  holidays: z.array(holidaySchema).max(400),
});

export type WorkingCalendar = z.infer<typeof workingCalendarSchema>;

export function findHoliday({ holidays }: WorkingCalendar, day: LocalDay): Holiday | undefined {
  const yearly = day.slice(5);
  return holidays.find(({ date }) => date === day || date === yearly);
}

/** All day, every day. */
export const roundTheClock: WorkingCalendar = {
  time_zone: 'UTC',
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  holidays: [],
};
