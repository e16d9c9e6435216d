import { z } from 'zod';
import { priorities } from '#shared/model/priority.ts';
import { slaRulesSchema } from '#shared/model/sla/sla-rules.ts';
import { idParams } from '#shared/protocol/node-call.ts';
import { v1Call } from '../../store/v1-call.ts';

const policySchema = z.object({
  id: z.int(),
  name: z.string(),
  position: z.int(),
  is_active: z.boolean(),
  rules: slaRulesSchema,
});
export type SlaPolicy = z.infer<typeof policySchema>;

const input = { name: z.string(), position: z.int(), is_active: z.boolean(), rules: slaRulesSchema };
const changed = { policy: policySchema };

const previewed = z.object({
  due: z.string().nullable(),
  due_at: z.string().nullable(),
  steps: z.array(z.object({ day: z.string(), from: z.string(), to: z.string(), minutes: z.number() })),
});
export type Previewed = z.infer<typeof previewed>;

/** `/api/v1/admin/sla-policies`. */
export const slaCalls = {
  list: v1Call({
    method: 'GET',
    path: '/admin/sla-policies',
    data: { policies: z.array(policySchema) },
  }),
  create: v1Call({
    method: 'POST',
    path: '/admin/sla-policies',
    body: z.object(input),
    data: changed,
  }),
  update: v1Call({
    method: 'PUT',
    path: '/admin/sla-policies/:id',
    params: idParams,
    body: z.object(input).partial(),
    data: changed,
  }),
  remove: v1Call({
    method: 'DELETE',
    path: '/admin/sla-policies/:id',
    params: idParams,
    data: changed,
  }),
  preview: v1Call({
    method: 'POST',
    path: '/admin/sla-policies/preview',
    body: z.object({ rules: slaRulesSchema, priority: z.enum(priorities), created_at: z.string() }),
    data: { first_response: previewed, resolution: previewed.nullable() },
  }),
};
