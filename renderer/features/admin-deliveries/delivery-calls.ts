import { z } from 'zod';
import { receiptStates } from '#shared/model/receipt.ts';
import { deliveryChannels } from '#shared/model/delivery-channel.ts';
import { idParams, wholeNumber } from '#shared/protocol/node-call.ts';
import { v1Call } from '../../store/v1-call.ts';

const deliverySchema = z.object({
  id: z.int(),
  ticket_id: z.int().nullable(),
  ticket_uid: z.string().nullable(),
  event: z.string(),
  channel: z.enum(deliveryChannels),
  recipient: z.string(),
  recipient_name: z.string(),
  subject: z.string(),
  message: z.string(),
  state: z.enum(receiptStates),
  error: z.string().nullable(),
  attempts: z.int(),
  next_attempt_at: z.string().nullable(),
  created_at: z.string(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** `/api/v1/admin/deliveries`. */
export const deliveryCalls = {
  list: v1Call({
    method: 'GET',
    path: '/admin/deliveries',
    query: z.strictObject({
      state: z.enum(receiptStates).optional(),
      channel: z.enum(deliveryChannels).optional(),
      limit: wholeNumber({ min: 1, max: 500 }),
      before: wholeNumber({ min: 1 }).optional(),
    }),
    data: {
      deliveries: z.array(deliverySchema),
      next_before: z.int().nullable(),
      queued: z.int(),
      failed: z.int(),
    },
  }),
  replay: v1Call({
    method: 'POST',
    path: '/admin/deliveries/:id/replay',
    params: idParams,
    data: { message: z.string() },
  }),
  replayFailed: v1Call({
    method: 'POST',
    path: '/admin/deliveries/replay',
    body: z.strictObject({ channel: z.enum(deliveryChannels).optional() }),
    data: { replayed: z.int() },
  }),
};
