import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import { ticketRowSchema } from './rows.ts';

export const ticketListItemSchema = z.strictObject({
  ticket: ticketRowSchema,
  is_unread: z.boolean(),
  /** Changes of this console that the node has not decided, and ones it refused. */
  pending: z.int(),
  conflicts: z.int(),
  has_draft: z.boolean(),
});
export type TicketListItem = z.infer<typeof ticketListItemSchema>;

/** Where a page of a list ends: what its last row is sorted by. To be handed back as it came. */
export const listCursorSchema = z.strictObject({ key: z.int(), uid: uidSchema });
export type ListCursor = z.infer<typeof listCursorSchema>;

export const ticketPageSchema = z.strictObject({
  items: z.array(ticketListItemSchema),
  next: listCursorSchema.nullable(),
});
export type TicketPage = z.infer<typeof ticketPageSchema>;

/** A piece of a text that was found, and whether it is what was looked for. */
export const textPartSchema = z.strictObject({ text: z.string(), is_match: z.boolean() });
export type TextPart = z.infer<typeof textPartSchema>;

export const searchHitSchema = z.strictObject({
  ticket: ticketRowSchema,
  subject: z.array(textPartSchema),
  requester: z.array(textPartSchema),
  excerpt: z.array(textPartSchema),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const foundSchema = z.strictObject({
  hits: z.array(searchHitSchema),
  /** False while tickets are here that the search does not know yet. */
  is_complete: z.boolean(),
  /** So many tickets have the words that only the newest of these were looked through. */
  is_newest_only: z.boolean(),
});
export type Found = z.infer<typeof foundSchema>;
