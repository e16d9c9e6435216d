import { z } from 'zod';
import { senderTypes, sources } from '#shared/model/ticket.ts';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import { withExample } from '../../http/example.ts';
import { clampedNumber, idField, optional } from '../../http/fields.ts';
import { operatorPriorities, operatorStatuses } from './rules.ts';
import type { ErrorCode } from './texts.ts';

/** What a field is refused with: a code, which texts.ts says in words. */
const as = (code: ErrorCode): ErrorCode => code;

const withoutNul = (text: string): boolean => !text.includes('\0');

function named(empty: ErrorCode, tooLong: ErrorCode, maxLength: number) {
  return z
    .string(as(empty))
    .trim()
    .min(1, as(empty))
    .max(maxLength, as(tooLong))
    .refine(withoutNul, as(empty));
}

/** One of these words; `all`, and empty as browsers send the unused fields of a form, filter nothing. */
function wordFilter<const Words extends readonly [string, ...string[]]>(words: Words, code: ErrorCode) {
  const anything = z.enum(['', 'all']).transform(() => undefined);
  return z.union([anything, z.enum(words)], as(code)).optional();
}

function textFilter(maxLength: number) {
  return z
    .string()
    .trim()
    .max(maxLength)
    .refine(withoutNul)
    .transform((text) => (text === '' ? undefined : text))
    .optional();
}

export const ticketParams = z.object({ id: idField(as('INVALID_ID')) });

export const listQuery = z.object({
  page: clampedNumber('page', { min: 1, max: 1_000_000_000, otherwise: 1 }),
  limit: clampedNumber('limit', { min: 1, max: 100, otherwise: 20 }),
  status: wordFilter(operatorStatuses, 'INVALID_STATUS'),
  priority: wordFilter(operatorPriorities, 'INVALID_PRIORITY'),
  search: textFilter(200),
  assignedTo: textFilter(320),
});

export const messagesQuery = z.object({
  limit: clampedNumber('limit', { min: 1, max: 200, otherwise: 100 }),
});

const operatorName = named('INVALID_OPERATOR', 'OPERATOR_TOO_LONG', 320);

/** All fields are optional, and null is as good as left out, but for the operator, whom it takes away. */
export const updateBody = withExample(
  z
    .object({
      status: optional(z.enum(operatorStatuses, as('INVALID_STATUS'))),
      priority: optional(z.enum(operatorPriorities, as('INVALID_PRIORITY'))),
      category: optional(named('INVALID_CATEGORY', 'INVALID_CATEGORY', 100)),
      assigned_to: operatorName.nullable().optional(),
    })
    .refine((fields) => Object.values(fields).some((value) => value !== undefined), as('NO_CHANGES')),
  { status: 'in_progress', priority: 'P2', category: 'technical', assigned_to: 'operator@admin.com' },
);

export const messageBody = withExample(
  z.object({
    message: named('INVALID_MESSAGE', 'MESSAGE_TOO_LONG', maxTextLength),
    messageType: z
      .enum(['text', 'system_note'], as('INVALID_MESSAGE_TYPE'))
      .nullish()
      .transform((type) => type ?? 'text'),
  }),
  {
    message: "Thank you for contacting support. We're looking into your issue.",
    messageType: 'text',
  },
);

export const assignBody = withExample(z.object({ operatorUsername: operatorName }), {
  operatorUsername: 'operator@admin.com',
});

const date = z.string();
const nullableDate = z.string().nullable();

const ticket = z.object({
  id: z.int(),
  ticket_number: z.string(),
  user_id: z.int().nullable(),
  telegram_chat_id: z.int().nullable(),
  telegram_username: z.string().nullable(),
  user_name: z.string().nullable(),
  subject: z.string(),
  category: z.string(),
  priority: z.enum(operatorPriorities),
  status: z.enum(operatorStatuses),
  sla_first_response_at: nullableDate,
  sla_resolution_at: date,
  first_responded_at: nullableDate,
  resolved_at: nullableDate,
  closed_at: nullableDate,
  assigned_to: z.string().nullable(),
  assigned_at: nullableDate,
  escalated: z.boolean(),
  escalated_at: nullableDate,
  escalation_reason: z.string().nullable(),
  source: z.enum(sources),
  tags: z.array(z.string()).nullable(),
  created_at: date,
  updated_at: date,
});

const message = z.object({
  id: z.int(),
  ticket_id: z.int(),
  sender_type: z.enum(senderTypes),
  sender_id: z.string().nullable(),
  sender_name: z.string(),
  message: z.string(),
  message_type: z.enum(['text', 'system_note']),
  attachments: z.null(),
  ai_suggested_response: z.string().nullable(),
  ai_confidence: z.number().nullable(),
  telegram_message_id: z.int().nullable(),
  created_at: date,
});

const answer = <Data extends z.ZodType>(data: Data) => z.object({ success: z.literal(true), data });

const pagination = z.object({ page: z.int(), limit: z.int(), total: z.int(), totalPages: z.int() });

export const listAnswer = answer(z.object({ tickets: z.array(ticket), pagination }));
export const ticketAnswer = answer(z.object({ ticket }));
export const detailAnswer = answer(
  z.object({ ticket, messages: z.array(message), messages_count: z.int(), last_message_at: nullableDate }),
);
export const messagesAnswer = answer(z.object({ messages: z.array(message), total: z.int() }));
export const messageAnswer = answer(z.object({ message }));
export const statsAnswer = answer(
  z.object({
    stats: z.object({
      total: z.int(),
      open: z.int(),
      inProgress: z.int(),
      resolved: z.int(),
      slaBreached: z.int(),
      avgResponseMinutes: z.int(),
    }),
  }),
);
