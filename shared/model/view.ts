import { z } from 'zod';
import { uidSchema } from './uid.ts';
import { doneStatuses, openStatuses, waitingStatuses, type Status } from './status.ts';
import type { ViewCondition, ViewFilter } from './view-filter.ts';

/** The console's built-in views, in the order of the navigation. */
export const viewIds = [
  'mine',
  'unassigned',
  'open',
  'waiting',
  'snoozed',
  'following',
  'mentions',
  'closed',
] as const;

export type ViewId = (typeof viewIds)[number];

/** Names a view in addresses and links: a built-in one by its name, a saved one by its uid. */
export const viewKeySchema = z.union([z.enum(viewIds), z.templateLiteral(['view-', uidSchema])]);
export type ViewKey = z.infer<typeof viewKeySchema>;

const inStatus = (values: readonly Status[]): ViewCondition => ({
  field: 'status',
  is: 'any_of',
  values: [...values],
});
const notEnded: ViewCondition = { field: 'status', is: 'none_of', values: ['closed', 'cancelled'] };
const view = (...conditions: ViewCondition[]): ViewFilter => ({ conditions, sort: 'updated' });

export const viewFilterById: Record<ViewId, ViewFilter> = {
  mine: view(inStatus(openStatuses), { field: 'assignee', is: 'any_of', values: ['me'] }),
  unassigned: view(inStatus(openStatuses), { field: 'assignee', is: 'any_of', values: ['nobody'] }),
  open: view(inStatus(openStatuses)),
  waiting: view(inStatus(waitingStatuses)),
  snoozed: view(inStatus(openStatuses), { field: 'is_snoozed', is: true }),
  following: view(notEnded, { field: 'follower', is: 'any_of', values: ['me'] }),
  mentions: view(notEnded, { field: 'mentioned', is: 'any_of', values: ['me'] }),
  closed: view(inStatus(doneStatuses)),
};
