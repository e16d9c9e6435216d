import type { Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
import { canonicalTransitions, type Status } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';
import { words } from '../ui/i18n/i18n.ts';
import { categoryWord, priorityWord, statusWord } from '../ui/tickets/words.ts';

/** What an agent does to a ticket, or to many at once. */
export type TicketAction =
  | { kind: 'status'; to: Status }
  | { kind: 'assign'; to: number | null }
  | { kind: 'priority'; to: Priority }
  | { kind: 'category'; to: Department };

/** A change of one ticket that is ready to be made, and the one that takes it back; null where there is no way back. */
export interface PlannedChange {
  call: MutationCall;
  reversal: Reversal | null;
}

/** Takes a change back: what to do, and what the change made of the ticket, so that a colleague's work is kept. */
export interface Reversal {
  ticketUid: string;
  action: TicketAction;
  base: Pick<TicketRow, 'status' | 'assignee_id'>;
}

/** A ticket that was not changed, and why, as the end of a sentence. */
export interface ActionProblem {
  ticket: Pick<TicketRow, 'uid' | 'id' | 'subject'>;
  reason: string;
}

type Seen = Pick<TicketRow, 'status' | 'assignee_id'>;

function callOf(ticketUid: string, action: TicketAction, seen: Seen, newUid: UidFactory): MutationCall {
  const uids = { ticket_uid: ticketUid, activity_uid: newUid() };
  switch (action.kind) {
    case 'status':
      return { name: 'ticket-status', args: { ...uids, to: action.to, base: seen.status } };
    case 'assign':
      return {
        name: 'ticket-assign',
        args: { ...uids, status_activity_uid: newUid(), assignee_id: action.to, base: seen.assignee_id },
      };
    case 'priority':
      return { name: 'ticket-priority', args: { ...uids, priority: action.to } };
    case 'category':
      return { name: 'ticket-category', args: { ...uids, category: action.to } };
  }
}

/** The action that leads back to the ticket as it is now; null where the way back is closed. */
function backFrom(action: TicketAction, ticket: TicketRow): TicketAction | null {
  switch (action.kind) {
    case 'status':
      return canonicalTransitions[action.to].includes(ticket.status)
        ? { kind: 'status', to: ticket.status }
        : null;
    case 'assign':
      return { kind: 'assign', to: ticket.assignee_id };
    case 'priority':
      return { kind: 'priority', to: ticket.priority };
    case 'category':
      return { kind: 'category', to: ticket.category };
  }
}

function seenAfter(action: TicketAction, { status, assignee_id }: TicketRow): Seen {
  switch (action.kind) {
    case 'status':
      return { status: action.to, assignee_id };
    case 'assign':
      return { status, assignee_id: action.to };
    case 'priority':
    case 'category':
      return { status, assignee_id };
  }
}

/** Prepares an action on a ticket, on top of what its author sees of it. */
export function planAction(action: TicketAction, ticket: TicketRow, newUid: UidFactory): PlannedChange {
  const back = backFrom(action, ticket);
  return {
    call: callOf(ticket.uid, action, ticket, newUid),
    reversal: back === null ? null : { ticketUid: ticket.uid, action: back, base: seenAfter(action, ticket) },
  };
}

export function reversalCall({ ticketUid, action, base }: Reversal, newUid: UidFactory): MutationCall {
  return callOf(ticketUid, action, base, newUid);
}

/** What an action did, in a few words. */
export function actionText(action: TicketAction, nameOf: (id: number) => string): string {
  switch (action.kind) {
    case 'status':
      return words('desk:did.status', { status: statusWord(action.to) });
    case 'assign':
      return action.to === null
        ? words('desk:did.unassigned')
        : words('desk:did.assigned', { name: nameOf(action.to) });
    case 'priority':
      return words('desk:did.priority', { priority: priorityWord(action.to) });
    case 'category':
      return words('desk:did.category', { category: categoryWord(action.to) });
  }
}
