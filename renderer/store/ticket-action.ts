import type { Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
import { canonicalTransitions, type Status } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';
import { macroText } from '../ui/tickets/macro-text.ts';
import { followersOf, tagsOf } from '../ui/tickets/tags.ts';

/** What an agent does to a ticket, or to many at once. */
export type TicketAction =
  | { kind: 'status'; to: Status }
  | { kind: 'assign'; to: number | null }
  | { kind: 'priority'; to: Priority }
  | { kind: 'category'; to: Department }
  | { kind: 'tags'; add: readonly string[]; remove: readonly string[] }
  /** Ms UTC; null ends it. */
  | { kind: 'snooze'; until: number | null }
  | { kind: 'follow'; isFollowing: boolean }
  | { kind: 'merge'; into: Pick<TicketRow, 'uid' | 'id' | 'subject'> }
  | { kind: 'unmerge' }
  /** The text may hold a macro's variables. */
  | { kind: 'reply' | 'note'; text: string; agentName: string };

/** A change of one ticket that is ready to be made, and the one that takes it back; null where there is no way back. */
export interface PlannedChange {
  call: MutationCall;
  reversal: ChangeReversal | null;
}

/** Takes a change back: what to do, and what the change made of the ticket, so that a colleague's work is kept. */
export interface ChangeReversal {
  ticketUid: string;
  action: TicketAction;
  base: Seen;
}

/** What takes something back: a change the other way, or, for what was said and not sent yet, taking it out again. */
export type Reversal = ChangeReversal | { takeBackId: number };

/** A ticket that was not changed, and why, as the end of a sentence. */
export interface ActionProblem {
  ticket: Pick<TicketRow, 'uid' | 'id' | 'subject'>;
  reason: string;
}

/** What an author sees of a ticket, as far as a change must not be made on top of something else. */
type Seen = Pick<TicketRow, 'status' | 'assignee_id' | 'last_reply_uid'>;

function propertyCall(
  uids: { ticket_uid: string; activity_uid: string },
  action: Extract<TicketAction, { kind: 'status' | 'assign' | 'priority' | 'category' }>,
  seen: Seen,
  newUid: UidFactory,
): MutationCall {
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

function callOf(ticketUid: string, action: TicketAction, seen: Seen, newUid: UidFactory): MutationCall {
  const uids = { ticket_uid: ticketUid, activity_uid: newUid() };
  const { ticket_uid } = uids;
  switch (action.kind) {
    case 'status':
    case 'assign':
    case 'priority':
    case 'category':
      return propertyCall(uids, action, seen, newUid);
    case 'tags':
      return { name: 'ticket-tags', args: { ...uids, add: [...action.add], remove: [...action.remove] } };
    case 'snooze':
      return { name: 'ticket-snooze', args: { ...uids, until: action.until } };
    case 'follow':
      return { name: 'ticket-follow', args: { ...uids, is_following: action.isFollowing } };
    case 'merge':
      return {
        name: 'ticket-merge',
        args: { ...uids, into_uid: action.into.uid, status_activity_uid: newUid() },
      };
    case 'unmerge':
      return { name: 'ticket-unmerge', args: { ...uids, status_activity_uid: newUid() } };
    case 'reply': {
      const args = {
        ticket_uid,
        message_uid: newUid(),
        text: action.text,
        seen_reply_uid: seen.last_reply_uid,
      };
      return { name: 'ticket-reply', args };
    }
    case 'note':
      return { name: 'ticket-note', args: { ...uids, message_uid: newUid(), text: action.text } };
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
    case 'tags':
      return tagsBack(action, tagsOf(ticket));
    case 'snooze':
      return { kind: 'snooze', until: ticket.snoozed_until };
    case 'follow':
      return { kind: 'follow', isFollowing: !action.isFollowing };
    case 'merge':
      return { kind: 'unmerge' };
    case 'unmerge':
      return ticket.merged_into_uid === null
        ? null
        : { kind: 'merge', into: { uid: ticket.merged_into_uid, id: null, subject: '' } };
    case 'reply':
    case 'note':
      return null;
  }
}

/** Gives back what is really taken off, and takes off what is really added. */
function tagsBack({ add, remove }: Extract<TicketAction, { kind: 'tags' }>, tags: string[]): TicketAction {
  return {
    kind: 'tags',
    add: remove.filter((tag) => tags.includes(tag)),
    remove: add.filter((tag) => !tags.includes(tag)),
  };
}

function seenAfter(action: TicketAction, { status, assignee_id, last_reply_uid }: TicketRow): Seen {
  const seen = { status, assignee_id, last_reply_uid };
  if (action.kind === 'status') return { ...seen, status: action.to };
  return action.kind === 'assign' ? { ...seen, assignee_id: action.to } : seen;
}

/** A text for this very ticket. */
function withText(action: TicketAction, ticket: TicketRow): TicketAction {
  return action.kind === 'reply' || action.kind === 'note'
    ? { ...action, text: macroText(action.text, ticket, action.agentName) }
    : action;
}

/** Prepares an action on a ticket, on top of what its author sees of it. */
export function planAction(wanted: TicketAction, ticket: TicketRow, newUid: UidFactory): PlannedChange {
  const action = withText(wanted, ticket);
  const back = backFrom(action, ticket);
  const reversal =
    back === null ? null : { ticketUid: ticket.uid, action: back, base: seenAfter(action, ticket) };
  return { call: callOf(ticket.uid, action, ticket, newUid), reversal };
}

export function reversalCall({ ticketUid, action, base }: ChangeReversal, newUid: UidFactory): MutationCall {
  return callOf(ticketUid, action, base, newUid);
}

/** Whether the acting user follows the ticket. */
export function isFollowedBy(ticket: TicketRow, userId: number): boolean {
  return followersOf(ticket).includes(userId);
}
