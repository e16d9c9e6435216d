import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import type { MessageRow } from '../model/ticket.ts';
import { actorTrace, draftActivity, maxTextLength } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

/** An internal note, for staff alone. Always accepted on a ticket its author may reach. */
export const ticketNote = defineMutator({
  name: 'ticket-note',
  version: 2,
  action: 'note',
  args: z.strictObject({
    ticket_uid: uidSchema,
    message_uid: uidSchema,
    activity_uid: uidSchema,
    text: z.string().trim().min(1).max(maxTextLength),
    /** The ids of the staff whom it calls: those who may see the ticket are told. */
    mentioned_ids: z.array(z.int().positive()).max(50).optional(),
  }),
  run: ({ ticket }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    const message: MessageRow = {
      uid: args.message_uid,
      id: null,
      ver: 1,
      ticket_uid: ticket.uid,
      sender_type: 'operator',
      sender_id: context.actor.id,
      sender_name: context.actor.full_name,
      visibility: 'staff',
      text: args.text,
      mentioned_ids: JSON.stringify([...new Set(args.mentioned_ids)]),
      receipt: null,
      created_at: context.now,
    };
    const activity = draftActivity(ticket.uid, context, {
      uid: args.activity_uid,
      kind: 'note_added',
      message_uid: message.uid,
      data: actorTrace(context.actor),
    });
    return { kind: 'applied', changes: { set: {}, messages: [message], activities: [activity] } };
  },
});
