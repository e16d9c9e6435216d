import type { ActivityRow, MessageRow, TicketRow } from '#shared/model/ticket.ts';
import { untouchedTicket } from '#shared/model/untouched-ticket.ts';
import type { ProfileRow } from '#shared/model/user.ts';
import type { Conflict } from '#shared/protocol/kept-change.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import type { TicketListItem } from '#shared/protocol/ticket-list.ts';

/** Rows for tests: valid ones, with what the test is about put on top. */
export function uidOf(number: number): string {
  return `01939e5a-1000-7000-8000-${String(number).padStart(12, '0')}`;
}

export function ticketRow(fields: Partial<TicketRow> = {}): TicketRow {
  return {
    ...untouchedTicket,
    uid: uidOf(1),
    id: 12,
    ver: 1,
    code: null,
    subject: 'Cannot pay',
    description: 'The card is declined.',
    status: 'opened',
    priority: 'medium',
    category: 'payment',
    source: 'web',
    tags: '[]',
    requester_id: 9,
    requester_name: 'Jane Cooper',
    requester_email: null,
    phone_number: null,
    merchant_id: null,
    response_due_at: null,
    last_message_at: null,
    last_message_text: null,
    last_message_sender: null,
    created_at: 0,
    updated_at: 0,
    ...fields,
  };
}

export function listItem(number: number, fields: Partial<TicketListItem> = {}): TicketListItem {
  const ticket = ticketRow({ uid: uidOf(number), id: number, updated_at: number });
  return { ticket, is_unread: false, pending: 0, conflicts: 0, has_draft: false, ...fields };
}

export function messageRow(number: number, fields: Partial<MessageRow> = {}): MessageRow {
  return {
    uid: uidOf(1000 + number),
    id: number,
    ver: 1,
    ticket_uid: uidOf(1),
    sender_type: 'user',
    sender_id: 9,
    sender_name: 'Jane Cooper',
    visibility: 'public',
    text: `Message ${number}`,
    mentioned_ids: '[]',
    receipt: null,
    created_at: number,
    ...fields,
  };
}

export function activityRow(number: number, fields: Partial<ActivityRow> = {}): ActivityRow {
  return {
    uid: uidOf(2000 + number),
    id: number,
    ver: 1,
    ticket_uid: uidOf(1),
    actor_id: 1,
    actor_name: 'Ada',
    kind: 'status_updated',
    from_value: null,
    to_value: null,
    message_uid: null,
    data: '{}',
    created_at: number,
    ...fields,
  };
}

export function ticketDetail(fields: Partial<TicketDetail> = {}): TicketDetail {
  return {
    ticket: ticketRow(),
    is_whole: true,
    messages: [],
    activities: [],
    attachments: [],
    merged: [],
    split_off: [],
    draft: null,
    draft_files: [],
    conflicts: [],
    ...fields,
  };
}

export function profileRow(id: number, fields: Partial<ProfileRow> = {}): ProfileRow {
  return {
    uid: uidOf(3000 + id),
    id,
    ver: 1,
    username: `person${id}`,
    full_name: `Person ${id}`,
    email: `person${id}@example.com`,
    role: 'agent',
    department: null,
    is_active: 1,
    is_available: 1,
    ...fields,
  };
}

export function conflictOf(fields: Partial<Conflict> = {}): Conflict {
  return {
    id: 1,
    ticket_uid: uidOf(1),
    ticket: ticketRow(),
    name: 'ticket-reply',
    args: {},
    text: 'What I wrote',
    refusal: { code: 'answered_meanwhile', last_reply_uid: null },
    since: [],
    created_at: 0,
    choices: ['redo', 'edit', 'note', 'discard'],
    ...fields,
  };
}
