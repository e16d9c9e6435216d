import { currentLocale } from '../../ui/i18n/language.ts';
import { v1Time } from '../../ui/admin/v1-time.ts';
import type { Previewed } from './sla-calls.ts';

const named = { weekday: 'long', day: 'numeric', month: 'long' } as const;

/** `Monday 30 November, 09:30` by the clock of the zone. */
export function dueText({ due_at }: Pick<Previewed, 'due_at'>, zone: string): string {
  if (due_at === null) return '–';
  const format = { ...named, hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
  return new Intl.DateTimeFormat(currentLocale(), format).format(v1Time(due_at));
}

/** `Monday 30 November` of `2026-11-30`. */
export function stepDay(day: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { ...named, timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

/** Half past four on the next Friday, as a field for dates writes it: when promises are put to the test. */
export function nextFriday(now: number): string {
  const day = new Date(now);
  day.setDate(day.getDate() + ((12 - day.getDay()) % 7));
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}T16:30`;
}
