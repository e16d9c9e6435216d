import { z } from 'zod';
import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { sources } from '#shared/model/ticket.ts';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import { clampedNumber, filledField, idField, optional, textField } from '../../http/fields.ts';
import { dayField, flagField, ticketRefField } from './fields.ts';
import { v1Statuses } from './rules.ts';

export const ticketParams = z.object({ ticket_id: ticketRefField });

const limit = clampedNumber('limit', { min: 1, max: 500, otherwise: 50 });

export const listTicketsQuery = z.object({
  status: z.enum(v1Statuses).optional(),
  category: z.enum(departments).optional(),
  assigned_agent_id: idField('Invalid agent ID').optional(),
  unassigned: flagField('unassigned').optional(),
  from_date: dayField('from_date').optional(),
  to_date: dayField('to_date').optional(),
  limit,
  offset: clampedNumber('offset', { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
  /** Our own: empty for the first page, then `next_cursor` of the page before. */
  cursor: z.string().max(100).optional(),
});

export const unassignedQuery = z.object({ category: z.enum(departments).optional(), limit });

export const assignBody = z.object({ agent_id: z.int().positive(), reason: optional(textField(1000)) });
export const statusBody = z.object({
  status: z.enum(v1Statuses),
  resolution_notes: optional(textField(maxTextLength)),
});
export const categoryBody = z.object({ category: z.enum(departments) });
export const priorityBody = z.object({ priority: z.enum(priorities) });
export const noteBody = z.object({ note: filledField(maxTextLength, 'Note cannot be empty') });

export const createTicketBody = z.object({
  subject: filledField(300),
  description: filledField(maxTextLength),
  category: optional(z.enum(departments)),
  priority: optional(z.enum(priorities)),
  source: optional(z.enum(sources)),
  phone_number: optional(filledField(40)),
  merchant_id: optional(filledField(100)),
  tags: optional(z.array(filledField(50)).max(50)),
  requester: optional(
    z.object({
      id: optional(z.int().positive()),
      name: optional(filledField(200)),
      email: optional(z.email('Invalid email address').max(320)),
    }),
  ),
});

export const messageBody = z.object({
  text: filledField(maxTextLength),
  sender: optional(z.enum(['agent', 'customer'])),
});
