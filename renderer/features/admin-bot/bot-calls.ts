import { z } from 'zod';
import { wholeNumber } from '#shared/protocol/node-call.ts';
import { v1Call } from '../../store/v1-call.ts';

/** `GET /api/v1/admin/bot/report`. */
export const botReportCall = v1Call({
  method: 'GET',
  path: '/admin/bot/report',
  query: z.strictObject({ days: wholeNumber({ min: 1, max: 365 }) }),
  data: {
    queries: z.int(),
    conversations: z.int(),
    escalated: z.int(),
    /** Percent. */
    escalation_rate: z.number(),
    avg_confidence: z.number().nullable(),
    avg_response_ms: z.int().nullable(),
    by_day: z.array(z.object({ day: z.string(), queries: z.int(), escalated: z.int() })),
    top_answers: z.array(z.object({ faq_id: z.int(), question: z.string(), times: z.int() })),
    unanswered: z.array(z.object({ query: z.string(), times: z.int() })),
  },
});
export type BotReport = z.output<typeof botReportCall.answer>;
