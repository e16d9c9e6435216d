import type { MessageRow, SenderType } from '#shared/model/ticket.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import { lastMessageColumns } from '#shared/mutators/draft-rows.ts';

/** Something that was said before the ticket was there. */
export interface SaidBefore {
  uid: string;
  sender: Extract<SenderType, 'user' | 'ai'>;
  senderName: string;
  text: string;
  /** From 0 to 1, of what the bot said; null for the customer's. */
  confidence: number | null;
  /** Ms UTC. */
  at: number;
}

/**
 * A new ticket that begins with a whole conversation in place of its description. Times never go back: the rows are read
 * in the order of their coming.
 */
export function withConversation(changes: TicketChanges, lines: readonly SaidBefore[]): TicketChanges {
  const { created } = changes;
  if (created === undefined || lines.length === 0) return changes;
  const messages = lines.map(({ uid, sender, senderName, text, at }): MessageRow => ({
    uid,
    id: null,
    ver: 1,
    ticket_uid: created.uid,
    sender_type: sender,
    sender_id: sender === 'user' ? created.requester_id : null,
    sender_name: senderName,
    visibility: 'public',
    text,
    mentioned_ids: '[]',
    receipt: null,
    created_at: at,
  }));
  const last = messages.at(-1);
  return {
    ...changes,
    messages,
    created: last === undefined ? created : { ...created, ...lastMessageColumns(last) },
  };
}
