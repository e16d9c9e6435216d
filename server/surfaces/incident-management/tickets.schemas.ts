import { z } from 'zod';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import { clampedNumber, filledField, optional, textField } from '../../http/fields.ts';
import { momentField } from './dates.ts';
import { incidentCategories, incidentPriorities, incidentStatuses } from './rules.ts';

/** Read in the handler: whatever is no id of anything is not found. */
export const idParams = z.object({ id: z.string() });
export const fileParams = z.object({ id: z.string(), attachment_id: z.string() });

/** The document knows no pages; these bound what a big desk sends at once, and reach the rest. */
export const listQuery = z.object({
  limit: clampedNumber('limit', { min: 1, max: 5000, otherwise: 1000 }),
  offset: clampedNumber('offset', { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
});

export const createTicketBody = z.object({
  project_name: optional(textField(200).transform((text) => text.trim())),
  title: filledField(300),
  description: filledField(maxTextLength),
  priority: optional(z.enum(incidentPriorities)),
  category: optional(z.enum(incidentCategories)),
});

const assigneesText = 'assigned_to is required (array of user IDs)';

export const assignBody = z.object({
  assigned_to: z.array(z.int(assigneesText), assigneesText).min(1, assigneesText).max(100),
  resolution_due_at: optional(momentField),
  estimated_resolution_time: optional(momentField),
});

export const slaBody = z
  .object({ response_due_at: optional(momentField), resolution_due_at: optional(momentField) })
  .refine(
    (body) => body.response_due_at !== undefined || body.resolution_due_at !== undefined,
    'response_due_at or resolution_due_at is required',
  );

/** What is said with a step; steps can be taken in silence, too. */
export const stepBody = z
  .object({ comment: optional(textField(maxTextLength).transform((text) => text.trim())) })
  .nullish();

export const commentBody = z.object({ comment: filledField(maxTextLength) });
export const attachmentBody = z.object({ file_data: z.string() });

const date = z.string();

const attachment = z.object({
  id: z.int(),
  ticket: z.int(),
  file_data: z.string(),
  uploaded_by: z.int().nullable(),
  uploaded_by_name: z.string(),
  uploaded_at: date,
});

const historyEntry = z.object({
  id: z.int(),
  ticket: z.int(),
  changed_by: z.int().nullable(),
  changed_by_name: z.string(),
  status_from: z.enum(incidentStatuses),
  status_from_display: z.string(),
  status_to: z.enum(incidentStatuses),
  status_to_display: z.string(),
  comment: z.string(),
  timestamp: date,
});

export const ticketAnswer = z.object({
  id: z.int(),
  project_name: z.string().nullable(),
  title: z.string(),
  description: z.string(),
  priority: z.enum(incidentPriorities),
  priority_display: z.string(),
  category: z.string(),
  category_display: z.string(),
  status: z.enum(incidentStatuses),
  status_display: z.string(),
  created_by: z.int().nullable(),
  created_by_name: z.string(),
  assigned_to: z.array(z.int()),
  assigned_to_names: z.array(z.string()),
  assigned_team: z.string().nullable(),
  response_due_at: date.nullable(),
  resolution_due_at: date.nullable(),
  response_breached: z.boolean(),
  resolution_breached: z.boolean(),
  response_sla_minutes: z.int(),
  estimated_resolution_time: date.nullable(),
  created_at: date,
  updated_at: date,
  opened_at: date.nullable(),
  started_at: date.nullable(),
  resolved_at: date.nullable(),
  closed_at: date.nullable(),
  attachments: z.array(attachment),
  history: z.array(historyEntry),
});

export const ticketsAnswer = z.array(ticketAnswer);

export const addAttachmentAnswer = z.object({
  message: z.string(),
  attachment: attachment.omit({ file_data: true }),
});

export const notificationsAnswer = z.array(
  z.object({
    id: z.int(),
    ticket: z.int().nullable(),
    ticket_title: z.string(),
    event: z.string(),
    channel: z.enum(['EMAIL', 'WHATSAPP']),
    recipient: z.string(),
    recipient_name: z.string(),
    subject: z.string(),
    message: z.string(),
    status: z.string(),
    error: z.string().nullable(),
    created_at: date,
  }),
);
