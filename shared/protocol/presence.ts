import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';

/**
 * Who is on a ticket at this moment. Told to those who are on it as well and may see it; never stored, no lock, and gone
 * with the connection. `draft`: there is an unsent text.
 */
export const presenceStates = ['viewing', 'draft', 'typing'] as const;
export type PresenceState = (typeof presenceStates)[number];

/** What a console says of its own user; null when they left the ticket. */
export const presenceSchema = z.strictObject({
  ticket_uid: uidSchema,
  state: z.enum(presenceStates).nullable(),
});
export type Presence = z.infer<typeof presenceSchema>;

/** What it is told: everybody else on the ticket. */
export const presentSchema = z.strictObject({
  ticket_uid: uidSchema,
  people: z.array(z.strictObject({ user_id: z.int(), state: z.enum(presenceStates) })),
});
export type Present = z.infer<typeof presentSchema>;
