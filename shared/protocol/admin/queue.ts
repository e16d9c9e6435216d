import { z } from 'zod';
import { departments } from '../../model/department.ts';
import { priorities } from '../../model/priority.ts';
import { sources } from '../../model/ticket.ts';
import { activityKinds } from '../../model/ticket.ts';
import { uidSchema } from '../../model/uid.ts';
import { pageOf, pageQuery } from '../node-call.ts';
import { adminCall } from './admin-call.ts';

/** Nobody's ticket may wait longer before admins are warned. */
export const queueAlertMs = 30 * 60_000;

const queuedTicketSchema = z.strictObject({
  id: z.int(),
  uid: uidSchema,
  subject: z.string(),
  category: z.enum(departments),
  priority: z.enum(priorities),
  source: z.enum(sources),
  requester_name: z.string().nullable(),
  /** When it came, was imported, or was last taken from somebody. Ms UTC. */
  waiting_since: z.int(),
  created_at: z.int(),
  /** When it came from another system; null for those that were written here. */
  imported_at: z.int().nullable(),
  response_due_at: z.int().nullable(),
  /** Whether it goes to an agent by itself once one is free. */
  is_automatic: z.boolean(),
});

export type QueuedTicket = z.infer<typeof queuedTicketSchema>;

const queueOfDepartmentSchema = z.strictObject({
  department: z.enum(departments),
  waiting: z.int(),
  oldest_since: z.int().nullable(),
  /** Active and approved agents, those of them who take new tickets, and how many tickets these can take. */
  agents: z.int(),
  available: z.int(),
  free: z.int(),
});

export type QueueOfDepartment = z.infer<typeof queueOfDepartmentSchema>;

const assignmentSchema = z.strictObject({
  id: z.int(),
  at: z.int(),
  kind: z.enum(activityKinds),
  ticket_id: z.int(),
  ticket_uid: uidSchema,
  ticket_subject: z.string(),
  from_name: z.string().nullable(),
  to_name: z.string().nullable(),
  /** Null when the node chose by itself. */
  by_name: z.string().nullable(),
  reason: z.string().nullable(),
  /** Why the node chose so; null for what people did. */
  explanation: z
    .strictObject({
      because: z.string(),
      /** Nobody else could, an equal had waited less long, or everybody else had a larger share in use. */
      rank: z.enum(['only', 'tied', 'lowest']),
      department: z.enum(departments),
      active: z.int(),
      capacity: z.int(),
      available: z.int(),
      full: z.int(),
    })
    .nullable(),
});

export type Assignment = z.infer<typeof assignmentSchema>;

export const queueCalls = {
  /** Open tickets that nobody has, the longest waiting first; the newest beyond a thousand are only counted. */
  list: adminCall({
    method: 'GET',
    path: '/queue',
    answer: z.strictObject({
      total: z.int(),
      overdue: z.int(),
      departments: z.array(queueOfDepartmentSchema),
      tickets: z.array(queuedTicketSchema),
    }),
  }),
  /** How many have waited too long: for a badge, asked once a minute. */
  alert: adminCall({ method: 'GET', path: '/queue/alert', answer: z.strictObject({ overdue: z.int() }) }),
  /** Gives tickets to an agent, or leaves the choice to the node. Each is decided for itself. */
  assign: adminCall({
    method: 'POST',
    path: '/queue/assign',
    body: z.strictObject({
      ticket_ids: z.array(z.int().min(1)).min(1).max(200),
      /** Null lets the node choose. */
      agent_id: z.int().min(1).nullable(),
    }),
    answer: z.strictObject({
      results: z.array(
        z.strictObject({
          ticket_id: z.int(),
          outcome: z.enum(['assigned', 'queued', 'unchanged', 'refused']),
          agent_name: z.string().nullable(),
          because: z.string().nullable(),
        }),
      ),
    }),
  }),
  /** Who was given which ticket and why, newest first. */
  assignments: adminCall({
    method: 'GET',
    path: '/assignments',
    query: z.strictObject({ ...pageQuery, how: z.enum(['all', 'automatic', 'manual']).default('all') }),
    answer: pageOf(assignmentSchema),
  }),
};
