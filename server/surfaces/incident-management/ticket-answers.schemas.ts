import { z } from 'zod';
import { incidentPriorities, incidentStatuses } from './rules.ts';

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

const exampleTicket = {
  id: 1,
  project_name: 'Website Redesign',
  title: 'Homepage not loading',
  description: 'The homepage returns 500 error when accessing /',
  priority: 'HIGH',
  priority_display: 'High',
  category: 'BUG',
  category_display: 'Bug',
  status: 'IN_PROGRESS',
  status_display: 'In Progress',
  created_by: 5,
  created_by_name: 'John Client',
  assigned_to: [2, 3],
  assigned_to_names: ['Alice Developer', 'Bob Support'],
  assigned_team: 'Backend Team',
  response_due_at: '2025-12-23T10:30:00Z',
  resolution_due_at: '2025-12-24T18:00:00Z',
  response_breached: false,
  resolution_breached: false,
  response_sla_minutes: 30,
  estimated_resolution_time: '2025-12-24T15:00:00Z',
  created_at: '2025-12-23T10:00:00Z',
  updated_at: '2025-12-23T11:00:00Z',
  opened_at: '2025-12-23T10:05:00Z',
  started_at: '2025-12-23T10:30:00Z',
  resolved_at: null,
  closed_at: null,
  attachments: [
    {
      id: 1,
      ticket: 1,
      file_data: 'iVBORw0KGgo=',
      uploaded_by: 5,
      uploaded_by_name: 'John Client',
      uploaded_at: '2025-12-23T10:01:00Z',
    },
  ],
  history: [
    {
      id: 2,
      ticket: 1,
      changed_by: 1,
      changed_by_name: 'Admin User',
      status_from: 'NEW',
      status_from_display: 'New',
      status_to: 'OPENED',
      status_to_display: 'Opened',
      comment: 'Ticket opened by admin',
      timestamp: '2025-12-23T10:05:00Z',
    },
  ],
};

export const ticketAnswer = z
  .object({
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
  })
  .meta({ examples: [exampleTicket] });

export const ticketsAnswer = z
  .array(ticketAnswer)
  .meta({ examples: [[{ ...exampleTicket, attachments: [], history: [] }]] });

export const addAttachmentAnswer = z
  .object({
    message: z.string(),
    attachment: attachment.omit({ file_data: true }),
  })
  .meta({
    examples: [
      {
        message: 'Attachment added successfully',
        attachment: {
          id: 5,
          ticket: 15,
          uploaded_by: 5,
          uploaded_by_name: 'John Client',
          uploaded_at: '2025-12-23T10:05:00Z',
        },
      },
    ],
  });

export const notificationsAnswer = z
  .array(
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
  )
  .meta({
    examples: [
      [
        {
          id: 7,
          ticket: 1,
          ticket_title: 'Homepage not loading',
          event: 'TICKET_OPENED',
          channel: 'EMAIL',
          recipient: 'john@client.com',
          recipient_name: 'John Client',
          subject: 'Ticket #1 was opened: Homepage not loading',
          message: 'Hello John Client, …',
          status: 'SENT',
          error: null,
          created_at: '2025-12-23T10:05:00Z',
        },
      ],
    ],
  });
