import { z } from 'zod';
import { maxFileBytes, type AttachmentRecord } from '../model/attachment.ts';
import { uidSchema } from '../model/uid.ts';
import { draftActivity } from './draft-rows.ts';
import { defineMutator } from './mutator.ts';

/**
 * Puts a file on a ticket. What is in it was sent to the node beforehand, under the name `attachment_uid`; the node
 * looks at that for the type and the size, and refuses the change when it is not there.
 */
export const ticketAttach = defineMutator({
  name: 'ticket-attach',
  version: 1,
  action: 'attach',
  args: z.strictObject({
    ticket_uid: uidSchema,
    activity_uid: uidSchema,
    attachment_uid: uidSchema,
    /** The message of the ticket that it belongs to. */
    on_message_uid: uidSchema.nullable(),
    file_name: z.string().trim().min(1).max(150),
    content_type: z.string().max(100),
    size_bytes: z.int().positive().max(maxFileBytes),
    /** For staff alone, as an internal note is. */
    is_note: z.boolean(),
  }),
  run: ({ ticket }, args, context) => {
    if (ticket === null) return { kind: 'refused', refusal: { code: 'ticket_not_found' } };
    const attachment: AttachmentRecord = {
      uid: args.attachment_uid,
      id: null,
      ver: 1,
      ticket_uid: ticket.uid,
      message_uid: args.on_message_uid,
      uploaded_by: context.actor.id,
      file_name: args.file_name,
      content_type: args.content_type,
      size_bytes: args.size_bytes,
      visibility: args.is_note ? 'staff' : 'public',
      created_at: context.now,
    };
    const activity = draftActivity(ticket.uid, context, {
      uid: args.activity_uid,
      kind: 'file_added',
      to_value: args.file_name,
      data: { attachment_uid: args.attachment_uid },
    });
    const changes = { set: {}, messages: [], activities: [activity], attachments: [attachment] };
    return { kind: 'applied', changes };
  },
});
