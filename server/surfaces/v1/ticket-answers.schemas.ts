import { z } from 'zod';
import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { sources } from '#shared/model/ticket.ts';
import { roles } from '#shared/model/user.ts';
import { answer } from './answer.ts';
import { deliveryStates } from '../../notifications/delivery-state.ts';
import { deliveryChannels } from '#shared/model/delivery-channel.ts';
import { v1Statuses } from './rules.ts';

const date = z.string();
const department = z.enum(departments);

const head = {
  id: z.int(),
  ticket_id: z.string(),
  phone_number: z.string().nullable(),
  merchant_id: z.string().nullable(),
  status: z.enum(v1Statuses),
  category: department,
  escalation_reason: z.string(),
  assigned_agent_id: z.int().nullable(),
};

const listed = z.object({
  ...head,
  assigned_agent: z
    .object({
      id: z.int(),
      username: z.string(),
      full_name: z.string(),
      department: department.nullable(),
    })
    .nullable(),
  assigned_at: date.nullable(),
  auto_assigned: z.boolean(),
  reassignment_count: z.int(),
  created_at: date,
  updated_at: date,
  resolved_at: date.nullable(),
  closed_at: date.nullable(),
});

/** A ticket with what our own extension lets its creator say. */
export const createdTicket = z.object({
  ...listed.shape,
  subject: z.string(),
  priority: z.enum(priorities),
  source: z.enum(sources),
  tags: z.array(z.string()),
});

const waiting = z.object({
  id: z.int(),
  ticket_id: z.string(),
  phone_number: z.string().nullable(),
  merchant_id: z.string().nullable(),
  category: department,
  escalation_reason: z.string(),
  created_at: date,
  waiting_time_minutes: z.int(),
});

const metadata = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const detail = z.object({
  ...head,
  assigned_agent: z
    .object({
      id: z.int(),
      username: z.string(),
      full_name: z.string(),
      email: z.string(),
      department: department.nullable(),
    })
    .nullable(),
  assigned_at: date.nullable(),
  auto_assigned: z.boolean(),
  reassignment_count: z.int(),
  agent_response_count: z.int(),
  resolution_notes: z.string().nullable(),
  created_at: date,
  updated_at: date,
  resolved_at: date.nullable(),
  closed_at: date.nullable(),
  conversation_history: z.array(
    z.object({ message: z.string(), response: z.string(), timestamp: z.string() }),
  ),
  activities: z.array(
    z.object({
      id: z.int(),
      activity_type: z.string(),
      description: z.string(),
      admin_user_id: z.int().nullable(),
      metadata,
      created_at: date,
    }),
  ),
});

export const loggedActivity = z.object({
  id: z.int(),
  activity_type: z.string(),
  description: z.string(),
  metadata,
  created_at: date,
  admin_user: z
    .object({ id: z.int(), username: z.string(), full_name: z.string(), role: z.enum(roles) })
    .nullable(),
});

/** What somebody said, without how it reached its customer. */
export const said = z.object({
  id: z.int(),
  sender: z.enum(['customer', 'agent', 'system', 'ai']),
  sender_id: z.int().nullable(),
  sender_name: z.string(),
  text: z.string(),
  is_note: z.boolean(),
  created_at: date,
});

const message = z.object({
  id: z.int(),
  sender: z.enum(['customer', 'agent', 'system', 'ai']),
  sender_id: z.int().nullable(),
  sender_name: z.string(),
  text: z.string(),
  is_note: z.boolean(),
  /** How it reached the customer's messenger; null for what was not sent to one. `at` is the latest that is known. */
  delivery: z
    .object({
      channel: z.enum(deliveryChannels),
      state: z.enum(deliveryStates),
      error: z.string().nullable(),
      at: date,
    })
    .nullable(),
  created_at: date,
});

const changed = <Shape extends z.ZodRawShape>(shape: Shape) =>
  answer({ message: z.string(), ticket: z.object({ id: z.int(), ticket_id: z.string(), ...shape }) });

export const listTicketsAnswer = answer({
  tickets: z.array(listed),
  total: z.int(),
  limit: z.int(),
  offset: z.int(),
  next_cursor: z.string().nullable().optional(),
});
export const unassignedAnswer = answer({ tickets: z.array(waiting), total: z.int() });
export const ticketAnswer = answer({ ticket: detail });
export const createTicketAnswer = answer({ message: z.string(), ticket: createdTicket });
export const activitiesAnswer = answer({
  ticket_id: z.string(),
  activities: z.array(loggedActivity),
  total: z.int(),
});
export const messagesAnswer = answer({
  ticket_id: z.string(),
  messages: z.array(message),
  total: z.int(),
});
export const addMessageAnswer = answer({ message: z.string(), entry: message });
export const assignAnswer = changed({
  assigned_agent_id: z.int().nullable(),
  assigned_at: date.nullable(),
  reassignment_count: z.int(),
});
export const statusAnswer = changed({
  status: z.enum(v1Statuses),
  updated_at: date,
  resolved_at: date.nullable(),
  closed_at: date.nullable(),
});
export const categoryAnswer = changed({ category: department, updated_at: date });
export const priorityAnswer = changed({ priority: z.enum(priorities), updated_at: date });
export const noteAnswer = answer({
  message: z.string(),
  note: z.object({ id: z.int(), note: z.string(), added_by: z.string(), created_at: date }),
});
