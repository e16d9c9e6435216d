import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import { draftSchema } from './draft.ts';
import { deliverySchema, conflictSchema } from './kept-change.ts';
import { activityRowSchema, attachmentRecordSchema, messageRowSchema, ticketRowSchema } from './rows.ts';

/** Why a file cannot be put on its ticket. */
export const fileProblems = ['too_large', 'forbidden', 'not_found', 'invalid'] as const;
export type FileProblem = (typeof fileProblems)[number];

export const draftFileSchema = z.strictObject({
  uid: uidSchema,
  file_name: z.string(),
  content_type: z.string(),
  size_bytes: z.int(),
});

/** A file that goes with what is being written. */
export type DraftFile = z.infer<typeof draftFileSchema>;

export const conversationSchema = z.strictObject({
  ticket: ticketRowSchema,
  /** False while a part of what was said and done is not on this computer yet. */
  is_whole: z.boolean(),
  messages: z.array(z.strictObject({ row: messageRowSchema, delivery: deliverySchema })),
  activities: z.array(activityRowSchema),
  /** Files, in the order in which they came; those of a message name it. */
  attachments: z.array(
    z.strictObject({
      row: attachmentRecordSchema,
      delivery: deliverySchema,
      /** Why the node will not have it: `attachments.retry` sends it again, `attachments.cancel` lets go of it. */
      problem: z.enum(fileProblems).nullable(),
    }),
  ),
});
export type Conversation = z.infer<typeof conversationSchema>;

export const ticketDetailSchema = z.strictObject({
  ...conversationSchema.shape,
  /** Tickets that were merged into this one, directly or through another: their conversations belong to its timeline. */
  merged: z.array(conversationSchema),
  /** Tickets that were split off this one. */
  split_off: z.array(ticketRowSchema),
  draft: draftSchema.nullable(),
  /** Files that go with what is being written, in the order in which they were chosen. */
  draft_files: z.array(draftFileSchema),
  conflicts: z.array(conflictSchema),
});
export type TicketDetail = z.infer<typeof ticketDetailSchema>;
