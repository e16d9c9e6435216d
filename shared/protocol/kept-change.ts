import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import { refusalSchema } from '../mutators/refusal.ts';
import { messageRowSchema, ticketRowSchema } from './rows.ts';

/** How far a change of one's own has come: kept here, on its way, decided by the node, or needing its author. */
export const deliverySchema = z.enum(['queued', 'sent', 'delivered', 'needs_you']);
export type Delivery = z.infer<typeof deliverySchema>;

export const conflictChoices = ['redo', 'edit', 'note', 'discard'] as const;
export type ConflictChoice = (typeof conflictChoices)[number];

export const conflictSchema = z.strictObject({
  /** Names the change on this console, for as long as it is kept. */
  id: z.int(),
  ticket_uid: uidSchema,
  /** Null when the ticket is no longer in this console's view. */
  ticket: ticketRowSchema.nullable(),
  name: z.string(),
  args: z.json(),
  /** What the author wrote, for replies and notes. */
  text: z.string().nullable(),
  refusal: refusalSchema,
  /** Public messages that arrived after the author last saw the conversation, oldest first. */
  since: z.array(messageRowSchema),
  created_at: z.int(),
  choices: z.array(z.enum(conflictChoices)),
});
export type Conflict = z.infer<typeof conflictSchema>;

export const outboxItemSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  ticket_uid: uidSchema,
  ticket_id: z.int().nullable(),
  ticket_subject: z.string().nullable(),
  text: z.string().nullable(),
  to_value: z.string().nullable(),
  delivery: deliverySchema,
  created_at: z.int(),
  /** Whether `outbox.cancel` is open to it: no push has had it. */
  can_take_back: z.boolean(),
  /** The file of a `ticket-attach`. One that was not sent yet has no change of its own, and an id below 0. */
  file_uid: uidSchema.nullable(),
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

/** Either the change is kept (`id`), or it was refused at once and nothing was kept. */
export const mutatedSchema = z.union([
  z.strictObject({ id: z.int() }),
  z.strictObject({ unchanged: z.literal(true) }),
  z.strictObject({ refusal: refusalSchema }),
]);
export type Mutated = z.infer<typeof mutatedSchema>;
