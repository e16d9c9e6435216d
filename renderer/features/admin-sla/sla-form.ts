import type { Department } from '#shared/model/department.ts';
import { priorities, type Priority } from '#shared/model/priority.ts';
import { documentedSlaRules, slaRulesSchema, type SlaRules } from '#shared/model/sla/sla-rules.ts';
import type { waitingStatuses } from '#shared/model/status.ts';
import { readDay, readHolidays, writeDay, writeHolidays } from './read-week.ts';
import type { SlaPolicy } from './sla-calls.ts';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

type Pause = (typeof waitingStatuses)[number];

/** A policy as its form holds it: times as texts, so that what is half written stays. */
export interface SlaForm {
  name: string;
  position: string;
  isActive: boolean;
  categories: readonly Department[];
  responses: Readonly<Record<Priority, string>>;
  resolutions: Readonly<Record<Priority, string>>;
  pausesOn: readonly Pause[];
  zone: string;
  week: readonly string[];
  holidays: string;
}

export type SlaProblem = { kind: 'week' | 'holiday'; text: string } | { kind: 'targets' | 'no_work' };

const office = '09:00-17:00';

const byPriority = (read: (priority: Priority) => string): Record<Priority, string> => ({
  critical: read('critical'),
  high: read('high'),
  medium: read('medium'),
  low: read('low'),
});

export function formOf(policy: SlaPolicy | null, zone: string): SlaForm {
  const rules: SlaRules = policy?.rules ?? documentedSlaRules;
  return {
    name: policy?.name ?? '',
    position: String(policy?.position ?? 1),
    isActive: policy?.is_active ?? true,
    categories: rules.categories ?? [],
    responses: byPriority((priority) => String(rules.targets[priority].response_minutes)),
    resolutions: byPriority((priority) => String(rules.targets[priority].resolution_minutes ?? '')),
    pausesOn: policy === null ? ['waiting_user'] : rules.pauses_on,
    zone: policy === null ? zone : rules.calendar.time_zone,
    week:
      policy === null
        ? weekdays.map((day) => (day === 'saturday' || day === 'sunday' ? '' : office))
        : rules.calendar.week.map(writeDay),
    holidays: policy === null ? '' : writeHolidays(rules.calendar.holidays),
  };
}

const minutesOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** The rules that a form comes to, or what is wrong with it. */
export function rulesOf(form: SlaForm): { rules: SlaRules } | { problem: SlaProblem } {
  const week: SlaRules['calendar']['week'] = [];
  for (const text of form.week) {
    const read = readDay(text);
    if ('wrong' in read) return { problem: { kind: 'week', text: read.wrong } };
    week.push(read.value);
  }
  if (week.every((day) => day.length === 0)) return { problem: { kind: 'no_work' } };
  const holidays = readHolidays(form.holidays);
  if ('wrong' in holidays) return { problem: { kind: 'holiday', text: holidays.wrong } };
  const parsed = slaRulesSchema.safeParse({
    calendar: { time_zone: form.zone, week, holidays: holidays.value },
    targets: Object.fromEntries(
      priorities.map((priority) => [
        priority,
        {
          response_minutes: minutesOf(form.responses[priority]),
          resolution_minutes: minutesOf(form.resolutions[priority]),
        },
      ]),
    ),
    pauses_on: [...form.pausesOn],
    categories: form.categories.length === 0 ? null : [...form.categories],
  });
  return parsed.success ? { rules: parsed.data } : { problem: { kind: 'targets' } };
}
