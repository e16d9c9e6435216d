import { z } from 'zod';
import { tokenScopes } from '#shared/model/token-scope.ts';
import { webhookEvents } from '#shared/model/webhook-event.ts';
import { idParams } from '#shared/protocol/node-call.ts';
import { v1Call } from '../../store/v1-call.ts';

const tokenSchema = z.object({
  id: z.int(),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.enum(tokenScopes)),
  username: z.string(),
  created_at: z.string(),
  expires_at: z.string().nullable(),
  last_used_at: z.string().nullable(),
});
export type ApiToken = z.infer<typeof tokenSchema>;

const webhookSchema = z.object({
  id: z.int(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(webhookEvents)),
  is_active: z.boolean(),
  created_at: z.string(),
});
export type Webhook = z.infer<typeof webhookSchema>;

const webhookInput = {
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(webhookEvents)),
  is_active: z.boolean(),
};

/** `/api/v1/api-tokens`. */
export const tokenCalls = {
  list: v1Call({
    method: 'GET',
    path: '/api-tokens',
    query: z.strictObject({ all: z.boolean() }),
    data: { tokens: z.array(tokenSchema) },
  }),
  create: v1Call({
    method: 'POST',
    path: '/api-tokens',
    body: z.object({
      name: z.string(),
      scopes: z.array(z.enum(tokenScopes)),
      expires_at: z.string().optional(),
    }),
    data: { secret: z.string(), token: tokenSchema },
  }),
  revoke: v1Call({
    method: 'DELETE',
    path: '/api-tokens/:id',
    params: idParams,
    data: { token: tokenSchema },
  }),
};

const webhookData = { webhook: webhookSchema };
const webhookSecret = { secret: z.string(), webhook: webhookSchema };

/** `/api/v1/admin/webhooks`. */
export const webhookCalls = {
  list: v1Call({
    method: 'GET',
    path: '/admin/webhooks',
    data: { webhooks: z.array(webhookSchema) },
  }),
  create: v1Call({
    method: 'POST',
    path: '/admin/webhooks',
    body: z.object(webhookInput),
    data: webhookSecret,
  }),
  update: v1Call({
    method: 'PUT',
    path: '/admin/webhooks/:id',
    params: idParams,
    body: z.object(webhookInput),
    data: webhookData,
  }),
  remove: v1Call({ method: 'DELETE', path: '/admin/webhooks/:id', params: idParams, data: webhookData }),
  ping: v1Call({ method: 'POST', path: '/admin/webhooks/:id/ping', params: idParams, data: webhookData }),
  rotate: v1Call({
    method: 'POST',
    path: '/admin/webhooks/:id/rotate-secret',
    params: idParams,
    data: webhookSecret,
  }),
};
