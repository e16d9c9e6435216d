import { z } from 'zod';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import { withExample } from '../../http/example.ts';
import { clampedNumber, filledField, optional, textField } from '../../http/fields.ts';
import { momentField } from '../../http/moment-field.ts';
import { incidentCategories, incidentPriorities } from './rules.ts';

/** Read in the handler: whatever is no id of anything is not found. */
export const idParams = z.object({ id: z.string() });
export const fileParams = z.object({ id: z.string(), attachment_id: z.string() });

/** The document knows no pages; these bound what a big desk sends at once, and reach the rest. */
export const listQuery = z.object({
  limit: clampedNumber('limit', { min: 1, max: 5000, otherwise: 1000 }),
  offset: clampedNumber('offset', { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
});

export const createTicketBody = withExample(
  z.object({
    project_name: optional(textField(200).transform((text) => text.trim())),
    title: filledField(300),
    description: filledField(maxTextLength),
    priority: optional(z.enum(incidentPriorities)),
    category: optional(z.enum(incidentCategories)),
  }),
  {
    project_name: 'Website Redesign',
    title: 'Contact form not sending emails',
    description: "When submitting the contact form, users don't receive confirmation emails",
    priority: 'MEDIUM',
    category: 'BUG',
  },
);

const assigneesText = 'assigned_to is required (array of user IDs)';

export const assignBody = withExample(
  z.object({
    assigned_to: z.array(z.int(assigneesText), assigneesText).min(1, assigneesText).max(100),
    resolution_due_at: optional(momentField),
    estimated_resolution_time: optional(momentField),
  }),
  {
    assigned_to: [2, 3, 8],
    resolution_due_at: '2025-12-24T18:00:00Z',
    estimated_resolution_time: '2025-12-24T15:00:00Z',
  },
);

export const slaBody = withExample(
  z
    .object({ response_due_at: optional(momentField), resolution_due_at: optional(momentField) })
    .refine(
      (body) => body.response_due_at !== undefined || body.resolution_due_at !== undefined,
      'response_due_at or resolution_due_at is required',
    ),
  { response_due_at: '2025-12-23T10:30:00Z', resolution_due_at: '2025-12-25T10:00:00Z' },
);

/** What is said with a step; steps can be taken in silence, too. */
export const stepBody = withExample(
  z.object({ comment: optional(textField(maxTextLength).transform((text) => text.trim())) }).nullish(),
  { comment: 'Works perfectly now, thank you!' },
);

export const commentBody = withExample(z.object({ comment: filledField(maxTextLength) }), {
  comment: 'Client has provided additional information via phone call',
});

/** Null where a form comes instead, which is read in the handler. */
export const attachmentBody = withExample(z.object({ file_data: z.string() }).nullish(), {
  file_data: 'iVBORw0KGgo=',
});
