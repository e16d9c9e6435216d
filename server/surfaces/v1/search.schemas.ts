import { z } from 'zod';
import { clampedNumber } from '../../http/fields.ts';
import { answer } from './answer.ts';
import { createdTicket } from './ticket-answers.schemas.ts';

/** Longest query that is read, in characters. */
const maxQueryLength = 1_000;

export const searchText = z
  .string("Field 'q' is required")
  .max(maxQueryLength)
  .refine((text) => !text.includes('\0'))
  .meta({ examples: ['refund "charged twice" status:open assignee:me after:30d'] });

export const searchQuery = z.object({
  q: searchText,
  limit: clampedNumber('limit', { min: 1, max: 100, otherwise: 20 }),
  offset: clampedNumber('offset', { min: 0, max: 1000, otherwise: 0 }),
});

const parts = z.array(z.object({ text: z.string(), is_match: z.boolean() }));

export const searchAnswer = answer({
  hits: z.array(
    z.object({
      uid: z.string(),
      ticket: createdTicket,
      /** The texts with what was looked for told apart. */
      subject: parts,
      requester: parts,
      excerpt: parts,
    }),
  ),
  limit: z.int(),
  offset: z.int(),
  has_more: z.boolean(),
  /** False when the words are so common that only the newest tickets were looked through. */
  is_complete: z.boolean(),
  /** Filters that make no sense, and were left out. */
  problems: z.array(z.object({ field: z.string(), value: z.string(), allowed: z.array(z.string()) })),
});
