import type { MessageRow, TicketRow } from '../model/ticket.ts';
import { untouchedTicket } from '../model/untouched-ticket.ts';

/** A ticket as the replica stores it, with what the test is about put on top. */
export function ticketRow(id: number, fields: Partial<TicketRow> = {}): TicketRow {
  return {
    ...untouchedTicket,
    merchant_id: null,
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
    response_due_at: null,
    last_message_at: null,
    last_message_text: null,
    last_message_sender: null,
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
