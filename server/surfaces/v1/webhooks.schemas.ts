import { z } from 'zod';
import { webhookEvents } from '#shared/model/webhook-event.ts';
import { withExample } from '../../http/example.ts';
import { clampedNumber, filledField, idField, optional } from '../../http/fields.ts';
import { deliveryStates } from '../../notifications/delivery-state.ts';
import { answer } from './answer.ts';

export const webhookParams = z.object({ webhook_id: idField('Invalid webhook ID') });

/** http or https; what would sign in is no part of an address that people see. */
const urlField = z
  .string()
  .max(2000)
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isWeb = url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
    return isWeb && url.username === '' && url.password === '';
  }, "Field 'url' must be an http or https address without a user");

const eventsField = z
  .array(z.enum(webhookEvents))
  .min(1, "Field 'events' cannot be empty")
  .max(webhookEvents.length)
  .transform((events) => [...new Set(events)]);

export const createWebhookBody = withExample(
  z.object({
    name: filledField(100),
    url: urlField,
    events: eventsField,
    is_active: optional(z.boolean()),
  }),
  {
    name: 'Warehouse',
    url: 'https://warehouse.example.org/hooks/waypost',
    events: ['ticket.created', 'ticket.status_changed'],
    is_active: true,
  },
);

export const updateWebhookBody = withExample(
  z.object({
    name: optional(filledField(100)),
    url: optional(urlField),
    events: optional(eventsField),
    is_active: optional(z.boolean()),
  }),
  { is_active: false },
);

export const webhookDeliveriesQuery = z.object({
  state: z.enum(deliveryStates).optional(),
  limit: clampedNumber('limit', { min: 1, max: 500, otherwise: 50 }),
  /** `next_before` of the page before; left out for the first. */
  before: idField('Invalid before').optional(),
});

const webhook = z.object({
  id: z.int(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(webhookEvents)),
  is_active: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
});

const call = z.object({
  id: z.int(),
  event: z.string(),
  ticket_id: z.int().nullable(),
  state: z.enum(deliveryStates),
  /** Why it failed; while it is queued, why the last attempt failed. */
  error: z.string().nullable(),
  attempts: z.int(),
  next_attempt_at: z.string().nullable(),
  sent_at: z.string().nullable(),
  created_at: z.string(),
  /** The body as it is sent. */
  body: z.string(),
});

export const webhooksAnswer = answer({ webhooks: z.array(webhook), total: z.int() });
export const webhookAnswer = answer({ webhook });
export const webhookChangeAnswer = answer({ message: z.string(), webhook });
export const webhookSecretAnswer = answer({
  message: z.string(),
  /** Signs every call. Shown this once. */
  secret: z.string(),
  webhook,
});
export const webhookDeliveriesAnswer = answer({
  deliveries: z.array(call),
  next_before: z.int().nullable(),
});
