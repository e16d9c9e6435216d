import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';

/** What others did to one ticket while this console was away. */
export const awayItemSchema = z.strictObject({
  ticket_uid: uidSchema,
  ticket_id: z.int().nullable(),
  subject: z.string(),
  /** `new`: it came into the user's view meanwhile. `gone`: it left it. */
  kind: z.enum(['changed', 'new', 'gone']),
  messages: z.int(),
  changes: z.int(),
});
export type AwayItem = z.infer<typeof awayItemSchema>;
