import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { Delivery } from '../../notifications/delivery-log.repo.ts';
import { shownChannel, writtenChannel } from '../../notifications/channel-words.ts';
import { deliveryStateOf } from '../../notifications/delivery-state.ts';
import { success } from './answer.ts';
import { toV1Date, toV1DateOrNull } from './dates.ts';
import {
  deliveryParams,
  listDeliveriesAnswer,
  listDeliveriesQuery,
  replayAllAnswer,
  replayAllBody,
  replayAnswer,
} from './deliveries.schemas.ts';
import type { V1Routes } from './v1-routes.ts';

/**
 * Not in the document: everything that was sent or could not be, for admins.
 *
 * - `GET /api/v1/admin/deliveries?state=failed&channel=telegram&ticket_id=7&limit=50&before=120`: newest first, with
 *   `queued` and `failed` of the whole desk; `next_before` begins the next page.
 * - `POST /api/v1/admin/deliveries/{id}/replay`: queues one again that failed or was skipped.
 * - `POST /api/v1/admin/deliveries/replay` with `{"channel": "email"}` or `{}`: queues all again that failed.
 */
export const deliveryRoutes: V1Routes = (
  app,
  { services: { deliveryLog }, hooks: { adminOnly: onRequest } },
) => {
  app.get(
    '',
    { onRequest, schema: { querystring: listDeliveriesQuery, response: { 200: listDeliveriesAnswer } } },
    async ({ query: { state, channel, ticket_id: ticketId, limit, before = null } }) => {
      const filter = {
        state,
        ticketId,
        channel: channel === undefined ? undefined : writtenChannel[channel],
      };
      const { deliveries, next, queued, failed } = await deliveryLog.list(filter, { limit, before });
      const data = { deliveries: deliveries.map(presentDelivery), next_before: next, queued, failed };
      return success(data);
    },
  );

  app.post(
    '/replay',
    { onRequest, schema: { body: replayAllBody, response: { 200: replayAllAnswer } } },
    async (request) => {
      const { channel } = request.body;
      const { actor } = accessOf(request);
      const replayed = await deliveryLog.replayFailed(
        actor,
        channel === undefined ? null : writtenChannel[channel],
      );
      return success({ message: 'Deliveries queued again', replayed });
    },
  );

  app.post(
    '/:delivery_id/replay',
    { onRequest, schema: { params: deliveryParams, response: { 200: replayAnswer } } },
    async (request) => {
      const { delivery_id: id } = request.params;
      const delivery = await deliveryLog.replay(accessOf(request).actor, id);
      if (delivery === null) throw new DeskError('not_found', `No failed delivery with ID ${id}`);
      const data = { message: 'Delivery queued again', delivery: presentDelivery(delivery) };
      return success(data);
    },
  );
};

/** What the schema does not name stays here. */
function presentDelivery(delivery: Delivery) {
  return {
    ...delivery,
    channel: shownChannel(delivery.channel),
    state: deliveryStateOf(delivery),
    next_attempt_at: toV1DateOrNull(delivery.next_attempt_at),
    sent_at: toV1DateOrNull(delivery.sent_at),
    delivered_at: toV1DateOrNull(delivery.delivered_at),
    read_at: toV1DateOrNull(delivery.read_at),
    created_at: toV1Date(delivery.created_at),
  };
}
