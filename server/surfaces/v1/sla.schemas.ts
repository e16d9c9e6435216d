import { z } from 'zod';
import { priorities } from '#shared/model/priority.ts';
import { slaRulesSchema, type SlaRules } from '#shared/model/sla/sla-rules.ts';
import { statuses } from '#shared/model/status.ts';
import { withExample } from '../../http/example.ts';
import { filledField, idField, optional } from '../../http/fields.ts';
import { momentField } from '../../http/moment-field.ts';
import { answer } from './answer.ts';

export const policyParams = z.object({ policy_id: idField('Invalid policy ID') });

const office = [
  { from: 540, to: 720 },
  { from: 780, to: 1020 },
];

/** Weekdays from nine to five with an hour's lunch. */
const exampleRules: SlaRules = {
  calendar: {
    time_zone: 'Europe/Berlin',
    week: [office, office, office, office, office, [], []],
    holidays: [
      { date: '12-25', name: 'Christmas' },
      { date: '2027-03-26', name: 'Good Friday' },
    ],
  },
  targets: {
    critical: { response_minutes: 30, resolution_minutes: 240 },
    high: { response_minutes: 60, resolution_minutes: 480 },
    medium: { response_minutes: 240, resolution_minutes: 1440 },
    low: { response_minutes: 480, resolution_minutes: null },
  },
  pauses_on: ['waiting_user'],
  categories: null,
};

const name = filledField(100);
const position = z.int().min(0).max(10_000);

export const createPolicyBody = withExample(
  z.object({ name, position: optional(position), is_active: optional(z.boolean()), rules: slaRulesSchema }),
  { name: 'Office hours', position: 1, is_active: true, rules: exampleRules },
);

export const updatePolicyBody = withExample(
  z.object({
    name: optional(name),
    position: optional(position),
    is_active: optional(z.boolean()),
    rules: optional(slaRulesSchema),
  }),
  { is_active: false },
);

export const previewBody = withExample(
  z.object({ rules: slaRulesSchema, priority: z.enum(priorities), created_at: momentField }),
  { rules: exampleRules, priority: 'high', created_at: '2026-11-27T16:30:00+01:00' },
);

const dueTime = z.union([momentField, z.null()]).optional();

export const ticketSlaBody = withExample(
  z
    .object({ response_due_at: dueTime, resolution_due_at: dueTime })
    .refine(
      (body) => body.response_due_at !== undefined || body.resolution_due_at !== undefined,
      'response_due_at or resolution_due_at is required',
    ),
  { response_due_at: null, resolution_due_at: '2026-12-01T10:00:00Z' },
);

const policy = z.object({
  id: z.int(),
  name: z.string(),
  position: z.int(),
  is_active: z.boolean(),
  version: z.int(),
  rules: slaRulesSchema,
  created_at: z.string(),
  updated_at: z.string(),
});

const reckoned = {
  target_minutes: z.int().nullable(),
  /** By the calendar's clock. */
  steps: z.array(
    z.object({ day: z.string(), weekday: z.string(), from: z.string(), to: z.string(), minutes: z.number() }),
  ),
};

const preview = z.object({
  ...reckoned,
  due_at: z.string().nullable(),
  /** The same by the calendar's clock, in words. */
  due: z.string().nullable(),
  explanation: z.array(z.string()),
});

const clock = z.object({
  state: z.enum(['running', 'paused', 'met', 'missed', 'none']),
  due_at: z.string().nullable(),
  is_manual: z.boolean(),
  is_breached: z.boolean(),
  done_at: z.string().nullable(),
  /** What the policy alone comes to; another than `due_at` when somebody set that by hand. */
  computed_due_at: z.string().nullable(),
  elapsed_minutes: z.number().nullable(),
  remaining_minutes: z.number().nullable(),
  ...reckoned,
  pauses: z.array(z.object({ status: z.enum(statuses), from: z.string(), to: z.string().nullable() })),
  explanation: z.array(z.string()),
});

export const policiesAnswer = answer({ policies: z.array(policy), total: z.int() });
export const policyAnswer = answer({ policy });
export const policyChangeAnswer = answer({ message: z.string(), policy });
export const previewAnswer = answer({
  created: z.string(),
  time_zone: z.string(),
  first_response: preview,
  resolution: preview.nullable(),
});
export const ticketSlaAnswer = answer({
  ticket_id: z.string(),
  now: z.string(),
  policy: z.object({ id: z.int(), name: z.string(), version: z.int() }).nullable(),
  time_zone: z.string(),
  first_response: clock,
  resolution: clock,
});
