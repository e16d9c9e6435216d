import { z } from 'zod';
import { departments } from '../../model/department.ts';
import { roles } from '../../model/user.ts';
import { idParams } from '../node-call.ts';
import { adminCall } from './admin-call.ts';

/** A member of staff as admins see them, with what is on their desk now. */
export const personSchema = z.strictObject({
  id: z.int(),
  username: z.string(),
  full_name: z.string(),
  email: z.string().nullable(),
  role: z.enum(roles),
  department: z.enum(departments).nullable(),
  is_active: z.boolean(),
  /** False while somebody who registered by themselves waits for an admin. */
  is_approved: z.boolean(),
  is_available: z.boolean(),
  /** How many open tickets they are given at most. */
  capacity: z.int(),
  /** Of which they are the first assignee, by what is to be done. */
  load: z.strictObject({ todo: z.int(), working: z.int(), waiting: z.int() }),
  last_login_at: z.int().nullable(),
  created_at: z.int(),
});
export type Person = z.infer<typeof personSchema>;

const email = z.email().max(320);
const fullName = z.string().trim().min(1).max(200);
const capacity = z.int().min(1).max(10_000);
const password = z.string().min(1).max(200);

const personAnswer = z.strictObject({ person: personSchema });

/** To whom a person's open tickets go: back into their departments' queues, or to one colleague. */
export const handOverTargetSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('queue') }),
  z.strictObject({ to: z.literal('agent'), agent_id: z.int().min(1) }),
]);
export type HandOverTarget = z.infer<typeof handOverTargetSchema>;

export const handedOverSchema = z.strictObject({
  /** Tickets that went to somebody, and those that now wait in the queue. */
  assigned: z.int(),
  queued: z.int(),
});

export const peopleCalls = {
  /** All staff, in the order of their names. */
  list: adminCall({
    method: 'GET',
    path: '/people',
    answer: z.strictObject({ people: z.array(personSchema) }),
  }),
  create: adminCall({
    method: 'POST',
    path: '/people',
    body: z.strictObject({
      username: z
        .string()
        .min(1)
        .max(150)
        .regex(/^[^\s\p{Cc}]+$/u),
      full_name: fullName,
      email,
      password,
      role: z.enum(['admin', 'agent']),
      department: z.enum(departments).nullable(),
      capacity: capacity.optional(),
    }),
    answer: personAnswer,
  }),
  /** What is left out stays. Department, capacity and availability are the agents' alone. */
  update: adminCall({
    method: 'PATCH',
    path: '/people/:id',
    params: idParams,
    body: z.strictObject({
      full_name: fullName.optional(),
      email: email.optional(),
      department: z.enum(departments).optional(),
      capacity: capacity.optional(),
      is_available: z.boolean().optional(),
    }),
    answer: personAnswer,
  }),
  approve: adminCall({ method: 'POST', path: '/people/:id/approve', params: idParams, answer: personAnswer }),
  activate: adminCall({
    method: 'POST',
    path: '/people/:id/activate',
    params: idParams,
    answer: personAnswer,
  }),
  /** Ends their sessions at once; their tickets go where `hand_over` says, or stay with their name. */
  deactivate: adminCall({
    method: 'POST',
    path: '/people/:id/deactivate',
    params: idParams,
    body: z.strictObject({ hand_over: handOverTargetSchema.nullable() }),
    answer: z.strictObject({ person: personSchema, handed_over: handedOverSchema }),
  }),
  handOver: adminCall({
    method: 'POST',
    path: '/people/:id/hand-over',
    params: idParams,
    body: handOverTargetSchema,
    answer: handedOverSchema,
  }),
};
