import { z } from 'zod';
import { adminCall } from './admin-call.ts';
import { wholeNumber } from '../node-call.ts';

const conversationSchema = z.strictObject({
  id: z.string(),
  channel: z.string(),
  customer_name: z.string().nullable(),
  first_query: z.string(),
  turns: z.int(),
  /** Of the least sure answer. */
  lowest_confidence: z.number(),
  is_escalated: z.boolean(),
  ticket_id: z.int().nullable(),
  ticket_uid: z.string().nullable(),
  started_at: z.int(),
  updated_at: z.int(),
});
export type Conversation = z.infer<typeof conversationSchema>;

const turnSchema = z.strictObject({
  id: z.int(),
  at: z.int(),
  query: z.string(),
  response: z.string(),
  confidence: z.number(),
  faq_id: z.int().nullable(),
  answered_by: z.string().nullable(),
  is_escalated: z.boolean(),
  response_time_ms: z.int(),
});
export type Turn = z.infer<typeof turnSchema>;

/** Which conversations; what is left out asks for nothing. */
export const conversationFilter = z.strictObject({
  channel: z.string().max(40).optional(),
  state: z.enum(['bot', 'handed_over']).optional(),
  /** Something was said since then. Ms UTC. */
  since: wholeNumber().optional(),
  /** Answered with this entry of the FAQ since then. */
  faq_id: wholeNumber({ min: 1 }).optional(),
  /** Somebody wrote exactly this since then, however it was capitalised. */
  asked: z.string().max(4000).optional(),
});

export const conversationCalls = {
  /** What customers talked about with the bot, the latest first. */
  list: adminCall({
    method: 'GET',
    path: '/conversations',
    query: conversationFilter.extend({
      after: z
        .string()
        .regex(/^\d{1,15}_[\w-]{1,80}$/)
        .optional(),
      limit: wholeNumber({ min: 1, max: 200 }).default(50),
    }),
    answer: z.strictObject({ items: z.array(conversationSchema), next: z.string().nullable() }),
  }),
  /** One of them, oldest first; of a very long one the end. */
  read: adminCall({
    method: 'GET',
    path: '/conversations/:id',
    params: z.strictObject({ id: z.string().regex(/^[\w-]{1,80}$/) }),
    answer: z.strictObject({ turns: z.array(turnSchema) }),
  }),
};
