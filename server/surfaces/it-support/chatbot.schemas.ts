import { z } from 'zod';
import { withExample } from '../../http/example.ts';
import { clampedNumber, filledField, optional, textField } from '../../http/fields.ts';

const sessionField = z
  .string()
  .max(100)
  .regex(/^[\w.:-]+$/, "Field 'session_id' is not valid");

export const chatBody = withExample(
  z.object({
    message: filledField(4_000),
    session_id: z
      .union([z.literal(''), sessionField])
      .nullish()
      .transform((id) => (id === null || id === '' ? undefined : id)),
  }),
  { message: 'How do I reset my password?' },
);

export const chatAnswer = z
  .object({
    response: z.string(),
    session_id: z.string(),
    confidence_score: z.number(),
    was_escalated: z.boolean(),
    ticket_id: z.int().nullable(),
  })
  .meta({
    examples: [
      {
        response: "You can reset your password by clicking 'Forgot Password' on the login page.",
        session_id: '0199f0d2-5b7c-7d31-9b0e-3d5f7a1c2e4b',
        confidence_score: 0.85,
        was_escalated: false,
        ticket_id: null,
      },
    ],
  });

export const faqsQuery = z.object({
  category: textField(100).optional(),
  search: textField(500).optional(),
});

export const createFaqBody = withExample(
  z.object({
    question: filledField(1_000),
    answer: filledField(20_000),
    category: filledField(100),
    tags: optional(z.array(filledField(50)).max(50)),
  }),
  {
    question: 'How do I reset my password?',
    answer: "You can reset your password by clicking 'Forgot Password' on the login page.",
    category: 'Authentication',
    tags: ['password', 'reset', 'login'],
  },
);

export const faqAnswer = z
  .object({
    id: z.int(),
    question: z.string(),
    answer: z.string(),
    category: z.string(),
    tags: z.array(z.string()),
    is_active: z.boolean(),
    created_at: z.string(),
  })
  .meta({
    examples: [
      {
        id: 1,
        question: 'How do I reset my password?',
        answer: "You can reset your password by clicking 'Forgot Password' on the login page.",
        category: 'Authentication',
        tags: ['password', 'reset', 'login'],
        is_active: true,
        created_at: '2023-01-01T00:00:00Z',
      },
    ],
  });

export const faqsAnswer = z.array(faqAnswer);

export const chatAnalyticsAnswer = z
  .object({
    total_queries: z.int(),
    escalated_queries: z.int(),
    escalation_rate: z.number(),
    avg_confidence_score: z.number(),
    common_queries: z.array(z.object({ query: z.string(), count: z.int() })),
  })
  .meta({
    examples: [
      {
        total_queries: 150,
        escalated_queries: 25,
        escalation_rate: 16.67,
        avg_confidence_score: 0.82,
        common_queries: [{ query: 'How do I reset my password?', count: 15 }],
      },
    ],
  });

export const chatLogsQuery = z.object({
  session_id: textField(100).optional(),
  escalated_only: z.stringbool({ error: 'escalated_only must be true or false' }).optional(),
  limit: clampedNumber('limit', { min: 1, max: 1_000, otherwise: 100 }),
});

export const chatLogsAnswer = z.array(
  z
    .object({
      id: z.int(),
      user_id: z.int().nullable(),
      session_id: z.string(),
      user_query: z.string(),
      bot_response: z.string(),
      confidence_score: z.number(),
      was_escalated: z.boolean(),
      ticket_id: z.int().nullable(),
      response_time_ms: z.int(),
      created_at: z.string(),
    })
    .meta({
      examples: [
        {
          id: 1,
          user_id: 1,
          session_id: '0199f0d2-5b7c-7d31-9b0e-3d5f7a1c2e4b',
          user_query: 'How do I reset my password?',
          bot_response: 'You can reset your password by…',
          confidence_score: 0.85,
          was_escalated: false,
          ticket_id: null,
          response_time_ms: 1200,
          created_at: '2023-01-01T00:00:00Z',
        },
      ],
    }),
);
