import { z } from 'zod';
import { clampedNumber } from '../../http/fields.ts';
import { answer } from './answer.ts';

export const botReportQuery = z.object({
  days: clampedNumber('days', { min: 1, max: 365, otherwise: 30 }),
});

const share = z.number();

export const botReportAnswer = answer({
  since: z.string(),
  queries: z.int(),
  conversations: z.int(),
  escalated: z.int(),
  /** Percent of the queries, with two decimals. */
  escalation_rate: share,
  avg_confidence: z.number().nullable(),
  avg_response_ms: z.int().nullable(),
  by_day: z.array(z.object({ day: z.string(), queries: z.int(), escalated: z.int() })),
  by_channel: z.array(
    z.object({ channel: z.string(), queries: z.int(), conversations: z.int(), escalated: z.int() }),
  ),
  /** `nobody` is greetings, offers, and questions without an answer. */
  by_source: z.array(z.object({ answered_by: z.string(), queries: z.int() })),
  top_answers: z.array(z.object({ faq_id: z.int(), question: z.string(), times: z.int() })),
  /** What the FAQ lacks, the commonest first. */
  unanswered: z.array(z.object({ query: z.string(), times: z.int() })),
});
