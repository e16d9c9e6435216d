import { doneStatuses, openStatuses, waitingStatuses, type Status } from './status.ts';

/** The console's built-in views, in the order of the navigation. */
export const viewIds = ['mine', 'unassigned', 'open', 'waiting', 'closed'] as const;

export type ViewId = (typeof viewIds)[number];

/** A view as data, so that the replica's queries and the counts share one definition. */
export interface ViewFilter {
  statuses: readonly Status[];
  assignee: 'me' | 'nobody' | 'anybody';
}

export const viewFilterById: Record<ViewId, ViewFilter> = {
  mine: { statuses: openStatuses, assignee: 'me' },
  unassigned: { statuses: openStatuses, assignee: 'nobody' },
  open: { statuses: openStatuses, assignee: 'anybody' },
  waiting: { statuses: waitingStatuses, assignee: 'anybody' },
  closed: { statuses: doneStatuses, assignee: 'anybody' },
};
