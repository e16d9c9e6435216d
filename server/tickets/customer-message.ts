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

/** What a ticket is after a customer's message: shown again if it was snoozed, and open again if it had ended. */
export function afterCustomerMessage(
  ticket: TicketRow,
  message: MessageRow,
  activityUid: string,
  now: number,
): Required<Pick<TicketChanges, 'set' | 'activities'>> {
  const set = { ...lastMessageColumns(message), snoozed_until: null };
  const to = statusAfterMessage(ticket.status);
  if (to === ticket.status) return { set, activities: [] };
  const { status, opened_at, started_at, resolved_at, closed_at } = moveStatus(ticket, to, now);
  const activity: ActivityRow = {
    uid: activityUid,
    id: null,
    ver: 1,
    ticket_uid: ticket.uid,
    actor_id: null,
    actor_name: null,
    kind: 'status_updated',
    from_value: ticket.status,
    to_value: status,
    message_uid: message.uid,
    data: JSON.stringify({ updated_by: null, resolution_notes: null }),
    created_at: now,
  };
  return {
    set: { ...set, status, opened_at, started_at, resolved_at, closed_at },
    activities: [activity],
  };
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
    mentioned_ids: '[]',
    receipt: null,
    created_at: now,
  };
  return { ...afterCustomerMessage(ticket, row, message.activity_uid, now), messages: [row] };
}
