import { z } from 'zod';
import { departments } from './department.ts';
import { priorities } from './priority.ts';
import { statuses } from './status.ts';
import { senderTypes, sources } from './ticket.ts';

/**
 * Which tickets a view shows, as data: every condition must hold. Saved views are stored as this, the built-in ones are
 * written as this, and whoever has tickets (the console's replica, the node) turns it into its own query. What each
 * condition means stands in `view-meaning.ts`.
 */
const valuesOf = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(100);
const either = z.enum(['any_of', 'none_of']);

const choice = <Field extends string, Value extends z.ZodType>(field: Field, value: Value) =>
  z.strictObject({ field: z.literal(field), is: either, values: valuesOf(value) });

/** A user's id; `me` is whoever looks, `nobody` that there is none. */
const personSchema = z.union([z.int().positive(), z.enum(['me', 'nobody'])]);
export type ViewPerson = z.infer<typeof personSchema>;

export const viewTextFields = ['anywhere', 'subject', 'requester', 'description', 'conversation'] as const;
export const viewTimeFields = [
  'created_at',
  'updated_at',
  'assigned_at',
  'last_message_at',
  'first_responded_at',
  'response_due_at',
  'resolution_due_at',
  'resolved_at',
  'closed_at',
  'snoozed_until',
] as const;
export const viewFlags = [
  /** Left out until a time that has not come. */
  'is_snoozed',
  'is_merged',
  'is_split',
  /** The first response, the solution came too late or is late by now. */
  'is_response_breached',
  'is_resolution_breached',
  'is_auto_assigned',
] as const;

export const viewConditionSchema = z.union([
  choice('status', z.enum(statuses)),
  choice('priority', z.enum(priorities)),
  choice('category', z.enum(departments)),
  choice('source', z.enum(sources)),
  /** Who spoke last in public: `user` is the customer. */
  choice('last_message_sender', z.enum(senderTypes)),
  choice('merchant_id', z.string().max(100)),
  /** `assignee` is the primary one, `assignees` any of them; `mentioned` is whom a note calls. */
  z.strictObject({
    field: z.enum(['assignee', 'assignees', 'follower', 'mentioned', 'requester_id']),
    is: either,
    values: valuesOf(personSchema),
  }),
  z.strictObject({
    field: z.literal('tags'),
    is: z.enum(['any_of', 'all_of', 'none_of']),
    values: valuesOf(z.string().max(50)),
  }),
  /** Every word occurs, the last one may be unfinished; `lacks`: not so. */
  z.strictObject({
    field: z.enum(viewTextFields),
    is: z.enum(['contains', 'lacks']),
    value: z.string().trim().min(1).max(200),
  }),
  /** A moment, ms UTC. */
  z.strictObject({ field: z.enum(viewTimeFields), is: z.enum(['before', 'after']), value: z.int() }),
  /** `within`: at most so many ms from now, in the past or the future; `beyond`: longer than that ago. */
  z.strictObject({
    field: z.enum(viewTimeFields),
    is: z.enum(['within', 'beyond']),
    value: z.int().nonnegative(),
  }),
  z.strictObject({ field: z.enum(viewTimeFields), is: z.enum(['set', 'unset']) }),
  z.strictObject({ field: z.enum(viewFlags), is: z.boolean() }),
]);
export type ViewCondition = z.infer<typeof viewConditionSchema>;

/** `updated`: the latest change first; `created`: the newest first; `sla_risk`: what is due next first. */
export const viewSorts = ['updated', 'created', 'sla_risk'] as const;
export type ViewSort = (typeof viewSorts)[number];

/**
 * Tickets that are snoozed or merged into another one are left out, unless a condition speaks of `is_snoozed` or
 * `is_merged`.
 */
export const viewFilterSchema = z.strictObject({
  conditions: z.array(viewConditionSchema).max(30),
  sort: z.enum(viewSorts),
});
export type ViewFilter = z.infer<typeof viewFilterSchema>;

/** The conditions with those that hold where nothing is said. */
export function wholeConditions({ conditions }: Pick<ViewFilter, 'conditions'>): ViewCondition[] {
  const silent = (['is_snoozed', 'is_merged'] as const).filter(
    (flag) => !conditions.some(({ field }) => field === flag),
  );
  return [...conditions, ...silent.map((field) => ({ field, is: false }))];
}
