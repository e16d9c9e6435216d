import type { MessageRow } from '#shared/model/ticket.ts';

/** What the desk itself writes into a conversation when a ticket is handed over; for staff alone. */
export function assignmentMessage(
  ticket_uid: string,
  uid: string,
  { senderName, text }: { senderName: string; text: string },
  now: number,
): MessageRow {
  return {
    uid,
    id: null,
    ver: 1,
    ticket_uid,
    sender_type: 'system',
    sender_id: null,
    sender_name: senderName,
    visibility: 'staff',
    text,
    mentioned_ids: '[]',
    receipt: null,
    created_at: now,
  };
}
