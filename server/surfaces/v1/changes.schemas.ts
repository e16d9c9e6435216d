import { z } from 'zod';
import { departments } from '#shared/model/department.ts';
import { roles } from '#shared/model/user.ts';
import { clampedNumber } from '../../http/fields.ts';
import { answer } from './answer.ts';
import { createdTicket, loggedActivity, said } from './ticket-answers.schemas.ts';

export const changesQuery = z.object({
  /** Left out for where to begin, then `cursor` of the answer before. */
  cursor: z.string().max(100).optional(),
  limit: clampedNumber('limit', { min: 1, max: 1000, otherwise: 200 }),
});

const agent = z.object({
  id: z.int(),
  username: z.string(),
  full_name: z.string(),
  role: z.enum(roles),
  department: z.enum(departments).nullable(),
  is_active: z.boolean(),
  is_available: z.boolean(),
});

const change = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ticket'),
    id: z.int(),
    ticket_id: z.string(),
    ticket: createdTicket,
    /** What is new on the ticket; all of it when the ticket is new to the caller. */
    messages: z.array(said),
    activities: z.array(loggedActivity),
  }),
  /** Deleted, or not the caller's to see any more. */
  z.object({ type: z.literal('ticket_gone'), id: z.int(), ticket_id: z.string() }),
  z.object({ type: z.literal('agent'), id: z.int(), agent }),
  z.object({ type: z.literal('agent_gone'), id: z.int() }),
]);

export const changesAnswer = answer({ changes: z.array(change), cursor: z.string(), has_more: z.boolean() });
