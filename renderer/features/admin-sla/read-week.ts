import type { Holiday, WorkingCalendar } from '#shared/model/sla/working-calendar.ts';

type Day = WorkingCalendar['week'][number];

/** What a text says, or the part of it that says nothing. */
export type Read<Value> = { value: Value } | { wrong: string };

const face = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** `09:00-12:00, 13:00-17:00`. */
export function writeDay(day: Day): string {
  return day.map(({ from, to }) => `${face(from)}-${face(to)}`).join(', ');
}

const blockPattern = /^(\d{1,2})(?::(\d\d))?\s*[-–—]\s*(\d{1,2})(?::(\d\d))?$/;

function readBlock(text: string): Day[number] | null {
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = blockPattern.exec(text) ?? [];
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  const isTime = Number(fromMinute) < 60 && Number(toMinute) < 60 && from < to && to <= 1440;
  return isTime ? { from, to } : null;
}

/** The stretches of a day, in order and apart from each other; nothing is a day off. */
export function readDay(text: string): Read<Day> {
  const parts = text.split(',').map((part) => part.trim());
  const day: Day = [];
  for (const part of parts.filter((each) => each !== '')) {
    const block = readBlock(part);
    if (block === null || block.from < (day.at(-1)?.to ?? 0)) return { wrong: part };
    day.push(block);
  }
  return { value: day };
}

export function writeHolidays(holidays: readonly Holiday[]): string {
  return holidays.map(({ date, name }) => `${date} ${name}`).join('\n');
}

/** One in a line: a date of one year or of every year, then its name. */
export function readHolidays(text: string): Read<Holiday[]> {
  const holidays: Holiday[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, date, name = ''] = /^((?:\d{4}-)?\d\d-\d\d)\s+(\S.*)$/.exec(line) ?? [];
    if (date === undefined || !isDate(date)) return { wrong: line };
    holidays.push({ date, name });
  }
  return { value: holidays };
}

/** The year does not matter for a date of every year: 2024 has all of them. */
function isDate(text: string): boolean {
  const full = text.length === 5 ? `2024-${text}` : text;
  const at = Date.parse(`${full}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(full);
}

/** Hours of work in a week. */
export function hoursOf({ week }: Pick<WorkingCalendar, 'week'>): number {
  return week.flat().reduce((sum, { from, to }) => sum + (to - from), 0) / 60;
}
