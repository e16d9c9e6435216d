import { z } from 'zod';
import { withExample } from '../../http/example.ts';
import { priorities } from '#shared/model/priority.ts';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import { itCategories } from '../../categorizer/category.ts';
import { clampedNumber, filledField, idField, optional } from '../../http/fields.ts';
import { itStatuses } from './rules.ts';

export const ticketParams = z.object({ ticket_id: idField('Invalid ticket ID') });

export const listTicketsQuery = z.object({
  skip: clampedNumber('skip', { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
  limit: clampedNumber('limit', { min: 1, max: 1_000, otherwise: 100 }),
  status: z.enum(itStatuses).optional(),
  priority: z.enum(priorities).optional(),
  assigned_to: idField('Invalid user ID').optional(),
});

const titleField = filledField(300);
const descriptionField = filledField(maxTextLength);

export const createTicketBody = withExample(
  z.object({
    title: titleField,
    description: descriptionField,
    priority: optional(z.enum(priorities)),
    category: optional(z.enum(itCategories)),
  }),
  {
    title: 'Server down',
    description: 'Production server is not responding',
    priority: 'critical',
    category: 'system_down',
  },
);

export const updateTicketBody = withExample(
  z.object({
    title: optional(titleField),
    description: optional(descriptionField),
    priority: optional(z.enum(priorities)),
    status: optional(z.enum(itStatuses)),
    category: optional(z.enum(itCategories)),
    /** Null takes the assignee off; left out, it stays. */
    assigned_to: z.int().positive().nullable().optional(),
  }),
  { status: 'in_progress', assigned_to: 2 },
);

const exampleTicket = {
  id: 1,
  title: 'Server down',
  description: 'Production server is not responding',
  priority: 'critical',
  status: 'open',
  category: 'system_down',
  created_by: 1,
  assigned_to: null,
  auto_categorized: true,
  confidence_score: 0.95,
  created_at: '2023-01-01T00:00:00Z',
  updated_at: '2023-01-01T00:00:00Z',
  resolved_at: null,
};

export const ticketAnswer = z
  .object({
    id: z.int(),
    title: z.string(),
    description: z.string(),
    priority: z.enum(priorities),
    status: z.enum(itStatuses),
    category: z.enum(itCategories),
    created_by: z.int().nullable(),
    assigned_to: z.int().nullable(),
    auto_categorized: z.boolean(),
    confidence_score: z.number(),
    created_at: z.string(),
    updated_at: z.string(),
    resolved_at: z.string().nullable(),
  })
  .meta({ examples: [exampleTicket] });

export const ticketsAnswer = z.array(ticketAnswer);

export const deletedAnswer = z.object({ message: z.string() });

const countsOf = <Word extends string>(words: readonly Word[]) => z.record(z.enum(words), z.int());

export const summaryAnswer = z
  .object({
    status_counts: countsOf(itStatuses),
    priority_counts: countsOf(priorities),
    category_counts: countsOf(itCategories),
    total_tickets: z.int(),
    avg_resolution_time_hours: z.number(),
  })
  .meta({
    examples: [
      {
        status_counts: { open: 5, in_progress: 3, resolved: 12, closed: 8, cancelled: 0 },
        priority_counts: { critical: 3, high: 5, medium: 12, low: 8 },
        category_counts: {
          system_down: 2,
          performance_issue: 5,
          password_reset: 8,
          software_installation: 0,
          hardware_issue: 0,
          network_issue: 0,
          other: 13,
        },
        total_tickets: 28,
        avg_resolution_time_hours: 4.5,
      },
    ],
  });
