import type { Status } from '#shared/model/status.ts';
import type { ActivityRow, TicketRow } from '#shared/model/ticket.ts';

/** The incident-management document's "Notification Triggers". */
export type NotificationEvent =
  | 'TICKET_CREATED'
  | 'TICKET_OPENED'
  | 'TICKET_ASSIGNED'
  | 'WORK_STARTED'
  | 'WORK_FINISHED'
  | 'TICKET_APPROVED'
  | 'TICKET_REJECTED';

/** Who is told of an event. `new-developers` are those that an assignment brought. */
export type Party = 'admins' | 'client' | 'developers' | 'new-developers';

export const partiesByEvent: Readonly<Record<NotificationEvent, readonly Party[]>> = {
  TICKET_CREATED: ['admins'],
  TICKET_OPENED: ['client'],
  TICKET_ASSIGNED: ['new-developers'],
  WORK_STARTED: ['client'],
  WORK_FINISHED: ['client', 'admins'],
  TICKET_APPROVED: ['developers', 'admins'],
  TICKET_REJECTED: ['developers', 'admins'],
};

export type NotifiedTicket = Pick<TicketRow, 'status' | 'assignee_ids' | 'requester_id' | 'merged_into_uid'>;

export function assigneesOf(ticket: Pick<TicketRow, 'assignee_ids'>): number[] {
  return JSON.parse(ticket.assignee_ids) as number[];
}

export function newAssignees(before: NotifiedTicket | null, after: NotifiedTicket): number[] {
  const known = new Set(before === null ? [] : assigneesOf(before));
  return assigneesOf(after).filter((id) => !known.has(id));
}

const isWaiting = (status: Status): boolean => status === 'new' || status === 'opened';
const isJudged = (status: Status): boolean => status === 'resolved' || status === 'waiting_approval';

function eventOfMove(from: Status, to: Status, isByClient: boolean): NotificationEvent | null {
  if (from === 'new' && to === 'opened') return 'TICKET_OPENED';
  if (isWaiting(from) && to === 'in_progress') return 'WORK_STARTED';
  if (to === 'resolved' && !isJudged(from)) return 'WORK_FINISHED';
  if (!isJudged(from) || !isByClient) return null;
  if (to === 'closed') return 'TICKET_APPROVED';
  return to === 'in_progress' ? 'TICKET_REJECTED' : null;
}

/** What a change is worth telling, whichever surface or console made it. */
export function eventsOf(
  before: NotifiedTicket | null,
  after: NotifiedTicket,
  activities: readonly Pick<ActivityRow, 'kind' | 'actor_id'>[],
): NotificationEvent[] {
  const events: NotificationEvent[] = before === null ? ['TICKET_CREATED'] : [];
  // A merged ticket only follows the one it was merged into.
  const isMerged = after.merged_into_uid !== null;
  if (!isMerged && newAssignees(before, after).length > 0) events.push('TICKET_ASSIGNED');
  if (before === null) return events;
  const mover = activities.find(({ kind }) => kind === 'status_updated')?.actor_id ?? null;
  const isByClient = mover !== null && mover === after.requester_id;
  const event = eventOfMove(before.status, after.status, isByClient);
  return event === null ? events : [...events, event];
}
