import { z } from 'zod';
import { departments } from '../department.ts';
import { responseSlaMsByPriority, type Priority } from '../priority.ts';
import { waitingStatuses } from '../status.ts';
import { roundTheClock, workingCalendarSchema } from './working-calendar.ts';

const minuteMs = 60_000;
const maxMinutes = 525_600;

const targetSchema = z
  .strictObject({
    /** Working minutes to the first response. */
    response_minutes: z.int().min(1).max(maxMinutes),
    /** Working minutes to the solution; null promises none. */
    resolution_minutes: z.int().min(1).max(maxMinutes).nullable(),
  })
  .refine(
    ({ response_minutes, resolution_minutes }) =>
      resolution_minutes === null || resolution_minutes >= response_minutes,
    'A ticket cannot be resolved before it is answered: resolution_minutes is too small',
  );

export type SlaTarget = z.infer<typeof targetSchema>;

/** What a policy promises, and by which clock. */
export const slaRulesSchema = z.strictObject({
  calendar: workingCalendarSchema,
  targets: z.strictObject({
    critical: targetSchema,
    high: targetSchema,
    medium: targetSchema,
    low: targetSchema,
  } satisfies Record<Priority, z.ZodType>),
  /** While a ticket has one of these statuses, its clock for the solution stands still. */
  pauses_on: z.array(z.enum(waitingStatuses)).max(waitingStatuses.length),
  /** The categories that it is for; null for all. */
  categories: z.array(z.enum(departments)).min(1).max(departments.length).nullable(),
});

export type SlaRules = z.infer<typeof slaRulesSchema>;

const documented = (priority: Priority): SlaTarget => ({
  response_minutes: responseSlaMsByPriority[priority] / minuteMs,
  resolution_minutes: null,
});

/** What holds where no policy is for the ticket: the incident-management document's times, round the clock. */
export const documentedSlaRules: SlaRules = {
  calendar: roundTheClock,
  targets: {
    critical: documented('critical'),
    high: documented('high'),
    medium: documented('medium'),
    low: documented('low'),
  },
  pauses_on: [],
  categories: null,
};
