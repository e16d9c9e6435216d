import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import type { MessageRow } from '../model/ticket.ts';
import { lastMessageColumns, maxTextLength } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

/** A public answer by staff. With `seen_reply_uid`, it is refused if a colleague answered in between. */
export const ticketReply = defineMutator({
  name: 'ticket-reply',
  version: 1,
  action: 'reply',
  args: z.strictObject({
    ticket_uid: uidSchema,
    message_uid: uidSchema,
    text: z.string().trim().min(1).max(maxTextLength),
    /** The newest staff reply that the author had seen; left out by callers that cannot know it. */
    seen_reply_uid: uidSchema.nullable().optional(),
  }),
  run: ({ ticket }, args, { actor, now, isCarriedOut = false }) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    const { seen_reply_uid: seen } = args;
    if (!isCarriedOut && seen !== undefined && seen !== ticket.last_reply_uid) {
      const refusal = { code: 'answered_meanwhile', last_reply_uid: ticket.last_reply_uid } as const;
      return { kind: 'refused', refusal };
    }
    const message: MessageRow = {
      uid: args.message_uid,
      id: null,
      ver: 1,
      ticket_uid: ticket.uid,
      sender_type: 'operator',
      sender_id: actor.id,
      sender_name: actor.full_name,
      visibility: 'public',
      text: args.text,
      mentioned_ids: '[]',
      receipt: null,
      created_at: now,
    };
    const set = {
      ...lastMessageColumns(message),
      last_reply_uid: message.uid,
      first_responded_at: ticket.first_responded_at ?? now,
    };
    return { kind: 'applied', changes: { set, messages: [message], activities: [] } };
  },
});
