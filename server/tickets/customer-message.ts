import { moveStatus, type Status } from '#shared/model/status.ts';
import type { ActivityRow, MessageRow, TicketRow } from '#shared/model/ticket.ts';
import { lastMessageColumns } from '#shared/mutators/draft-rows.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';

export interface CustomerMessage {
  message_uid: string;
  activity_uid: string;
  text: string;
}

/** Where a customer's message takes the ticket: waiting ends, a resolved ticket is open again. */
function statusAfterMessage(status: Status): Status {
  switch (status) {
    case 'waiting_user':
      return 'in_progress';
    case 'resolved':
    case 'waiting_approval':
      return 'opened';
    case 'new':
    case 'opened':
    case 'in_progress':
    case 'on_hold':
    case 'closed':
    case 'cancelled':
      return status;
  }
}

/** The rows that a message of the ticket's own customer brings. */
export function customerMessageChanges(
  ticket: TicketRow,
  message: CustomerMessage,
  now: number,
): TicketChanges {
  const row: MessageRow = {
    uid: message.message_uid,
    id: null,
    ver: 1,
    ticket_uid: ticket.uid,
    sender_type: 'user',
    sender_id: ticket.requester_id,
    sender_name: ticket.requester_name ?? ticket.requester_email ?? ticket.phone_number ?? '',
    visibility: 'public',
    text: message.text,
    created_at: now,
  };
  const to = statusAfterMessage(ticket.status);
  if (to === ticket.status) return { set: lastMessageColumns(row), messages: [row], activities: [] };
  const { status, opened_at, started_at, resolved_at, closed_at } = moveStatus(ticket, to, now);
  const activity: ActivityRow = {
    uid: message.activity_uid,
    id: null,
    ver: 1,
    ticket_uid: ticket.uid,
    actor_id: null,
    actor_name: null,
    kind: 'status_updated',
    from_value: ticket.status,
    to_value: status,
    message_uid: row.uid,
    data: JSON.stringify({ updated_by: null, resolution_notes: null }),
    created_at: now,
  };
  const set = { ...lastMessageColumns(row), status, opened_at, started_at, resolved_at, closed_at };
  return { set, messages: [row], activities: [activity] };
}
