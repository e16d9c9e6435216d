import type { TicketAction } from '#shared/model/rule-set.ts';
import { moveStatus, type Status } from '#shared/model/status.ts';
import type { MessageRow, TicketRow } from '#shared/model/ticket.ts';
import { isStaff } from '#shared/model/user.ts';
import { draftActivity, lastMessageColumns } from '#shared/mutators/draft-rows.ts';
import type { MutationResult, MutatorContext, TicketChanges } from '#shared/mutators/mutator.ts';

/** The steps of the incident-management document's workflow. */
export type WorkStep = 'open' | 'start' | 'finish' | 'approve' | 'reject';

interface StepRule {
  action: TicketAction;
  from: readonly Status[];
  to: Status;
}

const resolved = ['resolved', 'waiting_approval'] as const satisfies Status[];

/** "Ticket Status Workflow"; what waits shows as in progress there, and starting always moves it (mapping, section 3). */
export const workSteps: Readonly<Record<WorkStep, StepRule>> = {
  open: { action: 'acknowledge', from: ['new'], to: 'opened' },
  start: { action: 'work', from: ['opened', 'on_hold', 'waiting_user'], to: 'in_progress' },
  finish: { action: 'work', from: ['in_progress', 'on_hold', 'waiting_user'], to: 'resolved' },
  approve: { action: 'judge', from: resolved, to: 'closed' },
  reject: { action: 'judge', from: resolved, to: 'in_progress' },
};

export interface StepNames {
  activity_uid: string;
  message_uid: string;
}

/** What somebody says to everybody on the ticket. */
export function draftPublicMessage(
  ticketUid: string,
  text: string,
  uid: string,
  { actor, now }: MutatorContext,
): MessageRow {
  return {
    uid,
    id: null,
    ver: 1,
    ticket_uid: ticketUid,
    sender_type: isStaff(actor) ? 'operator' : 'user',
    sender_id: actor.id,
    sender_name: actor.full_name,
    visibility: 'public',
    text,
    mentioned_ids: '[]',
    receipt: null,
    created_at: now,
  };
}

/** The columns that a public message sets; staff's first one is the first response. */
export function messageColumnsOf(ticket: TicketRow, message: MessageRow): NonNullable<TicketChanges['set']> {
  if (message.sender_type !== 'operator') return lastMessageColumns(message);
  return {
    ...lastMessageColumns(message),
    last_reply_uid: message.uid,
    first_responded_at: ticket.first_responded_at ?? message.created_at,
  };
}

/** Moves the ticket one step. What is said with it becomes a public message that the step's activity points to. */
export function takeStep(
  ticket: TicketRow,
  step: WorkStep,
  comment: string | null,
  names: StepNames,
  context: MutatorContext,
): MutationResult {
  const { from, to } = workSteps[step];
  if (!from.includes(ticket.status)) {
    return { kind: 'refused', refusal: { code: 'invalid_transition', from: ticket.status, to } };
  }
  const message =
    comment === null ? null : draftPublicMessage(ticket.uid, comment, names.message_uid, context);
  const notes = step === 'finish' ? comment : null;
  const { status, opened_at, started_at, resolved_at, closed_at } = moveStatus(ticket, to, context.now);
  const activity = draftActivity(ticket.uid, context, {
    uid: names.activity_uid,
    kind: 'status_updated',
    from_value: ticket.status,
    to_value: status,
    ...(message === null ? {} : { message_uid: message.uid }),
    data: { updated_by: context.actor.username, resolution_notes: notes },
  });
  const set = {
    ...(message === null ? {} : messageColumnsOf(ticket, message)),
    ...(notes === null ? {} : { resolution_notes: notes }),
    status,
    opened_at,
    started_at,
    resolved_at,
    closed_at,
  };
  const messages = message === null ? [] : [message];
  return { kind: 'applied', changes: { set, messages, activities: [activity] } };
}

/** A comment: a public message that moves nothing, except that a customer who was waited for has answered. */
export function addComment(
  ticket: TicketRow,
  text: string,
  names: StepNames,
  context: MutatorContext,
): MutationResult {
  const message = draftPublicMessage(ticket.uid, text, names.message_uid, context);
  const set = messageColumnsOf(ticket, message);
  if (message.sender_type === 'operator' || ticket.status !== 'waiting_user') {
    return { kind: 'applied', changes: { set, messages: [message], activities: [] } };
  }
  const { status, opened_at, started_at } = moveStatus(ticket, 'in_progress', context.now);
  const activity = draftActivity(ticket.uid, context, {
    uid: names.activity_uid,
    kind: 'status_updated',
    from_value: ticket.status,
    to_value: status,
    data: { updated_by: context.actor.username, resolution_notes: null },
  });
  const changes = { set: { ...set, status, opened_at, started_at }, messages: [message] };
  return { kind: 'applied', changes: { ...changes, activities: [activity] } };
}
