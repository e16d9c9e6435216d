import { z } from 'zod';
import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import { withExample } from '../../http/example.ts';
import { filledField, optional, textField } from '../../http/fields.ts';
import { momentField } from '../../http/moment-field.ts';
import { maxBulkTickets } from '../../tickets/bulk-change.service.ts';
import { answer } from './answer.ts';
import { ticketRefField } from './fields.ts';
import { v1Statuses } from './rules.ts';
import { searchText } from './search.schemas.ts';

const tags = optional(z.array(filledField(50)).max(50));

const change = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('status'),
    status: z.enum(v1Statuses),
    resolution_notes: optional(textField(maxTextLength)),
  }),
  z.strictObject({
    type: z.literal('assign'),
    agent_id: z.int().positive(),
    reason: optional(textField(1000)),
  }),
  z.strictObject({ type: z.literal('category'), category: z.enum(departments) }),
  z.strictObject({ type: z.literal('priority'), priority: z.enum(priorities) }),
  z.strictObject({ type: z.literal('note'), note: filledField(maxTextLength, 'Note cannot be empty') }),
  z.strictObject({ type: z.literal('tags'), add: tags, remove: tags }),
  z.strictObject({ type: z.literal('snooze'), until: z.union([momentField, z.null()]) }),
]);

export type BulkChange = z.infer<typeof change>;

export const bulkBody = withExample(
  z
    .object({
      /** Tickets by their integers or codes. */
      ids: optional(
        z
          .array(
            z.union([
              z
                .int()
                .positive()
                .transform((id) => ({ id })),
              ticketRefField,
            ]),
          )
          .min(1)
          .max(maxBulkTickets),
      ),
      /** All that this search finds, instead. */
      query: optional(searchText),
      change,
    })
    .refine(
      ({ ids, query }) => (ids === undefined) !== (query === undefined),
      'Either ids or query is required',
    ),
  { query: 'status:open tag:outage', change: { type: 'assign', agent_id: 4, reason: 'Knows the network' } },
);

export const bulkAnswer = answer({
  message: z.string(),
  total: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  results: z.array(
    z.object({
      id: z.int().nullable(),
      ticket_id: z.string().nullable(),
      outcome: z.enum(['changed', 'unchanged', 'refused']),
      /** Why it was refused. */
      error: z.string().nullable(),
    }),
  ),
});
