import { z } from 'zod';
import { idParams } from '../node-call.ts';
import { adminCall } from './admin-call.ts';

/** An answer with how much it is used. */
const usedFaqSchema = z.strictObject({
  id: z.int(),
  /** Raised by each change; sent back so that nobody overwrites what they have not seen. */
  ver: z.int(),
  question: z.string(),
  answer: z.string(),
  category: z.string(),
  tags: z.array(z.string()),
  /** An inactive one is given to nobody, and can be used again. */
  is_active: z.boolean(),
  updated_at: z.int(),
  author_name: z.string().nullable(),
  /** How often the bot answered with it in the last 90 days, and when it last did. */
  answers: z.int(),
  answered_at: z.int().nullable(),
  /** Of those conversations, how many went on to people all the same. */
  escalated: z.int(),
});
export type UsedFaq = z.infer<typeof usedFaqSchema>;

const noNul = (text: string): boolean => !text.includes('\0');
const filled = (max: number) => z.string().trim().min(1).max(max).refine(noNul);

export const faqInputSchema = z.strictObject({
  question: filled(500),
  answer: filled(10_000),
  category: filled(100),
  tags: z.array(filled(50)).max(20),
});
export type FaqInput = z.input<typeof faqInputSchema>;

const faqAnswer = z.strictObject({ faq: usedFaqSchema });

export const knowledgeCalls = {
  /** All of them, those that are given to nobody too, in the order of their questions. */
  list: adminCall({
    method: 'GET',
    path: '/faqs',
    answer: z.strictObject({ faqs: z.array(usedFaqSchema) }),
  }),
  create: adminCall({ method: 'POST', path: '/faqs', body: faqInputSchema, answer: faqAnswer }),
  /** Refused as a conflict when somebody changed it since `ver`. */
  update: adminCall({
    method: 'PATCH',
    path: '/faqs/:id',
    params: idParams,
    body: faqInputSchema.partial().extend({ ver: z.int(), is_active: z.boolean().optional() }),
    answer: faqAnswer,
  }),
  /** What the bot would say to this now, and how sure it would be. */
  tryOut: adminCall({
    method: 'POST',
    path: '/faqs/try',
    body: z.strictObject({ question: filled(500) }),
    answer: z.strictObject({
      hits: z.array(
        z.strictObject({ id: z.int(), question: z.string(), answer: z.string(), confidence: z.number() }),
      ),
      /** From this confidence on the bot answers by itself. */
      threshold: z.number(),
    }),
  }),
};
