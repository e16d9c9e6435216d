import { z } from 'zod';
import { deliveryStates } from '../../notifications/delivery-state.ts';
import { withExample } from '../../http/example.ts';
import { clampedNumber, idField, optional } from '../../http/fields.ts';
import { answer } from './answer.ts';
import { deliveryChannels } from '#shared/model/delivery-channel.ts';

export const deliveryParams = z.object({ delivery_id: idField('Invalid delivery ID') });

export const listDeliveriesQuery = z.object({
  state: z.enum(deliveryStates).optional(),
  channel: z.enum(deliveryChannels).optional(),
  ticket_id: idField('Invalid ticket ID').optional(),
  limit: clampedNumber('limit', { min: 1, max: 500, otherwise: 50 }),
  /** `next_before` of the page before; left out for the first. */
  before: idField('Invalid before').optional(),
});

export const replayAllBody = withExample(z.object({ channel: optional(z.enum(deliveryChannels)) }), {
  channel: 'telegram',
});

const delivery = z.object({
  id: z.int(),
  /** The ticket's integer, its code as people know it, and its identity in sync. Null for what is about no ticket. */
  ticket_id: z.int().nullable(),
  ticket_code: z.string().nullable(),
  ticket_uid: z.string().nullable(),
  /** The ticket's message that this is; null for notifications and what the bot says. */
  message_id: z.int().nullable(),
  /** REPLY: an operator's answer; CHAT: the bot's; everything else is a notification. */
  event: z.string(),
  channel: z.enum(deliveryChannels),
  recipient: z.string(),
  recipient_name: z.string(),
  subject: z.string(),
  message: z.string(),
  state: z.enum(deliveryStates),
  /** Why it failed or was skipped; while it is queued, why the last attempt failed. */
  error: z.string().nullable(),
  attempts: z.int(),
  next_attempt_at: z.string().nullable(),
  sent_at: z.string().nullable(),
  delivered_at: z.string().nullable(),
  read_at: z.string().nullable(),
  created_at: z.string(),
});

export const listDeliveriesAnswer = answer({
  /** Newest first. */
  deliveries: z.array(delivery),
  next_before: z.int().nullable(),
  /** Of the whole desk, whatever was asked for. */
  queued: z.int(),
  failed: z.int(),
});
export const replayAnswer = answer({ message: z.string(), delivery });
export const replayAllAnswer = answer({ message: z.string(), replayed: z.int() });
