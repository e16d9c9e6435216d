import type { MessageRow, TicketRow } from '../model/ticket.ts';

const noTimes = { opened_at: null, started_at: null, resolved_at: null, closed_at: null };
const noPeople = { assignee_id: null, assignee_ids: '[]', assigned_at: null, merchant_id: null };

/** A ticket as the replica stores it, with what the test is about put on top. */
export function ticketRow(id: number, fields: Partial<TicketRow> = {}): TicketRow {
  return {
    ...noTimes,
    ...noPeople,
    uid: `ticket-${id}`,
    id,
    ver: 1,
    code: null,
    subject: `Subject ${id}`,
    description: 'Nothing in particular',
    status: 'opened',
    priority: 'medium',
    category: 'payment',
    source: 'web',
    tags: '[]',
    requester_id: null,
    requester_name: 'Jane Cooper',
    requester_email: 'jane.cooper@example.com',
    phone_number: null,
    auto_assigned: 0,
    reassignment_count: 0,
    response_due_at: null,
    response_due_manual: 0,
    resolution_due_at: null,
    first_responded_at: null,
    resolution_notes: null,
    last_reply_uid: null,
    last_message_at: null,
    last_message_text: null,
    last_message_sender: null,
    snoozed_until: null,
    follower_ids: '[]',
    merged_into_uid: null,
    merged_from: null,
    split_from_uid: null,
    created_at: 0,
    updated_at: 0,
    ...fields,
  };
}

/** A customer's message on the ticket of that number. */
export function messageRow(
  id: number,
  ticket: number,
  text: string,
  fields: Partial<MessageRow> = {},
): MessageRow {
  const sender = { sender_type: 'user', sender_id: null, sender_name: 'Jane Cooper' } as const;
  const rest = { visibility: 'public', text, mentioned_ids: '[]', receipt: null, created_at: 0 } as const;
  return { uid: `message-${id}`, id, ver: 1, ticket_uid: `ticket-${ticket}`, ...sender, ...rest, ...fields };
}
