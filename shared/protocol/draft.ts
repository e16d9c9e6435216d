import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';

export const draftSchema = z.strictObject({
  ticket_uid: uidSchema,
  mode: z.enum(['reply', 'note']),
  text: z.string(),
  /** The newest staff reply when the author began writing. */
  seen_reply_uid: uidSchema.nullable(),
  updated_at: z.int(),
});
export type Draft = z.infer<typeof draftSchema>;

export const earlierDraftSchema = draftSchema
  .pick({ mode: true, text: true })
  .extend({ id: z.int(), kept_at: z.int() });
/** What was in the composer of a ticket before it was sent, let go of or written over. */
export type EarlierDraft = z.infer<typeof earlierDraftSchema>;
