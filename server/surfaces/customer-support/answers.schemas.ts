import { z } from 'zod';
import { supportCategories, supportPriorities, supportStatuses } from './rules.ts';

const status = z.enum(supportStatuses);
const priority = z.enum(supportPriorities);

const listed = {
  id: z.string(),
  subject: z.string(),
  description: z.string(),
  category: z.string(),
  status,
  priority,
};

const times = { created_at: z.string(), updated_at: z.string() };

export const createTicketAnswer = z.object({
  message: z.string(),
  ticket: z.object({ id: z.string(), subject: z.string(), status, created_at: z.string() }),
});

export const ownTicketsAnswer = z.object({
  tickets: z.array(
    z.object({
      ...listed,
      agent_id: z.string().nullable(),
      ...times,
      resolved_at: z.string().nullable(),
    }),
  ),
});

export const ticketAnswer = z.object({
  ticket: z.object({
    ...listed,
    agent_id: z.string().nullable(),
    customer_id: z.string().nullable(),
    ...times,
    resolved_at: z.string().nullable(),
  }),
  internal_notes: z.array(
    z.object({
      id: z.string(),
      agent_id: z.string().nullable(),
      note: z.string(),
      created_at: z.string(),
    }),
  ),
});

export const updateStatusAnswer = z.object({
  message: z.string(),
  ticket: z.object({ id: z.string(), status, priority }),
});

export const assignSelfAnswer = z.object({
  message: z.string(),
  ticket: z.object({ id: z.string(), status, agent_id: z.string().nullable() }),
});

export const reassignAnswer = z.object({
  message: z.string(),
  ticket: z.object({ id: z.string(), agent_id: z.string().nullable() }),
});

export const noteAnswer = z.object({
  message: z.string(),
  note: z.object({ id: z.string(), note: z.string(), created_at: z.string() }),
});

export const feedbackAnswer = z.object({
  message: z.string(),
  feedback: z.object({ id: z.string(), rating: z.string(), created_at: z.string() }),
});

export const registerAgentAnswer = z.object({
  message: z.string(),
  user: z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.literal('support_agent'),
  }),
});

export const agentTicketsAnswer = z.object({
  tickets: z.array(
    z.object({
      ...listed,
      customer_name: z.string().nullable(),
      customer_id: z.string().nullable(),
      ...times,
    }),
  ),
});

export const approveAnswer = z.object({ message: z.string() });

export const allTicketsAnswer = z.object({
  tickets: z.array(
    z.object({
      id: z.string(),
      subject: z.string(),
      category: z.string(),
      status,
      priority,
      customer_name: z.string().nullable(),
      agent_name: z.string().nullable(),
      ...times,
    }),
  ),
});

export const faqAnswer = z.object({
  faqs: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      answer: z.string(),
      category: z.enum(supportCategories),
    }),
  ),
});
