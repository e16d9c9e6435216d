import { z } from 'zod';
import { departments } from '#shared/model/department.ts';
import { clampedNumber, filledField, idField, optional, textField } from '../../http/fields.ts';
import { answer } from './answer.ts';
import { flagField } from './fields.ts';
import { identity } from './identity.schemas.ts';

export const userParams = z.object({ user_id: idField('Invalid user ID') });
export const agentParams = z.object({ agent_id: idField('Invalid agent ID') });

const capacityField = z.int().max(10_000);

export const createUserBody = z.object({
  username: z
    .string()
    .min(1)
    .max(150)
    .regex(/^[^\s\p{Cc}]+$/u, "Field 'username' must not contain spaces"),
  email: z.email('Invalid email address').max(320),
  password: textField(1000),
  full_name: filledField(200),
  role: z.enum(['admin', 'agent']),
  department: optional(z.enum(departments)),
  agent_capacity: optional(capacityField),
});

export const updateUserBody = z.object({
  email: optional(z.email('Invalid email address').max(320)),
  full_name: optional(filledField(200)),
  department: optional(z.enum(departments)),
  agent_capacity: optional(capacityField),
  is_available: optional(z.boolean()),
});

export const listUsersQuery = z.object({
  role: z.enum(['admin', 'agent']).optional(),
  department: z.enum(departments).optional(),
  is_active: flagField('is_active').optional(),
  limit: clampedNumber('limit', { min: 1, max: 500, otherwise: 100 }),
  offset: clampedNumber('offset', { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
});

export const agentStatsQuery = z.object({ department: z.enum(departments).optional() });

const updated = z.object({
  ...identity,
  agent_capacity: z.int(),
  is_active: z.boolean(),
  is_available: z.boolean(),
});

const listed = z.object({
  ...updated.shape,
  created_at: z.string(),
  last_login_at: z.string().nullable(),
});

const detail = z.object({
  ...updated.shape,
  created_at: z.string(),
  updated_at: z.string(),
  last_login_at: z.string().nullable(),
});

const agentLoad = z.object({
  agent_id: z.int(),
  username: z.string(),
  full_name: z.string(),
  department: z.enum(departments).nullable(),
  is_available: z.boolean(),
  capacity: z.int(),
  tickets: z.object({ active: z.int(), resolved: z.int(), closed: z.int(), total: z.int() }),
  utilization: z.number(),
});

export const createUserAnswer = answer({
  message: z.string(),
  user: z.object({ ...identity, is_active: z.boolean() }),
});
export const listUsersAnswer = answer({
  users: z.array(listed),
  total: z.int(),
  limit: z.int(),
  offset: z.int(),
});
export const userAnswer = answer({ user: detail });
export const updateUserAnswer = answer({ message: z.string(), user: updated });
export const userMessageAnswer = answer({ message: z.string() });
export const agentStatsAnswer = answer({ agents: z.array(agentLoad), total_agents: z.int() });
export const agentStatAnswer = answer(agentLoad.shape);
export const availabilityAnswer = answer({
  message: z.string(),
  agent: z.object({ id: z.int(), username: z.string(), is_available: z.boolean() }),
});
