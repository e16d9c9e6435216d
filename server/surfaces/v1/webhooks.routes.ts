import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { Delivery } from '../../notifications/delivery-log.repo.ts';
import { deliveryStateOf } from '../../notifications/delivery-state.ts';
import type { Webhook } from '../../webhooks/webhook.repo.ts';
import type { WebhookOutcome } from '../../webhooks/webhook.service.ts';
import { success } from './answer.ts';
import { toV1Date, toV1DateOrNull } from './dates.ts';
import { accessTexts } from './texts.ts';
import type { V1Routes } from './v1-routes.ts';
import {
  createWebhookBody,
  updateWebhookBody,
  webhookAnswer,
  webhookChangeAnswer,
  webhookDeliveriesAnswer,
  webhookDeliveriesQuery,
  webhookParams,
  webhooksAnswer,
  webhookSecretAnswer,
} from './webhooks.schemas.ts';

/** Whom the desk calls back when something happens, signed: our own. */
export const webhookRoutes: V1Routes = (app, context) => {
  addReads(app, context);
  addChanges(app, context);
  addActions(app, context);
};

const notFound = (id: number): DeskError => new DeskError('not_found', `Webhook with ID ${id} not found`);

/** @throws DeskError when it was refused */
function doneOrThrow(outcome: WebhookOutcome, id: number): Extract<WebhookOutcome, { kind: 'done' }> {
  switch (outcome.kind) {
    case 'done':
      return outcome;
    case 'forbidden':
      throw new DeskError('forbidden', accessTexts.adminsOnly);
    case 'not_found':
      throw notFound(id);
    case 'private_address':
      throw new DeskError('invalid', 'The address is not on the public internet');
  }
}

const addReads: V1Routes = (app, { services, hooks: { adminOnly: onRequest } }) => {
  const { webhooks, deliveryLog } = services;
  app.get('', { onRequest, schema: { response: { 200: webhooksAnswer } } }, async () => {
    const found = (await webhooks.list()).map(presentWebhook);
    return success({ webhooks: found, total: found.length });
  });

  app.get(
    '/:webhook_id',
    { onRequest, schema: { params: webhookParams, response: { 200: webhookAnswer } } },
    async ({ params: { webhook_id } }) => {
      const webhook = await webhooks.find(webhook_id);
      if (webhook === null) throw notFound(webhook_id);
      return success({ webhook: presentWebhook(webhook) });
    },
  );

  app.get(
    '/:webhook_id/deliveries',
    {
      onRequest,
      schema: {
        params: webhookParams,
        querystring: webhookDeliveriesQuery,
        response: { 200: webhookDeliveriesAnswer },
      },
    },
    async ({ params: { webhook_id }, query: { state, limit, before = null } }) => {
      if ((await webhooks.find(webhook_id)) === null) throw notFound(webhook_id);
      const filter = { state, channel: 'WEBHOOK', recipient: String(webhook_id) } as const;
      const { deliveries, next } = await deliveryLog.list(filter, { limit, before });
      return success({ deliveries: deliveries.map(presentCall), next_before: next });
    },
  );
};

const addChanges: V1Routes = (app, { services: { webhooks }, hooks: { adminOnly: onRequest } }) => {
  app.post(
    '',
    { onRequest, schema: { body: createWebhookBody, response: { 201: webhookSecretAnswer } } },
    async (request, reply) => {
      const { name, url, events, is_active: isActive = true } = request.body;
      const outcome = await webhooks.create(accessOf(request).actor, { name, url, events, isActive });
      return reply.code(201).send(success(presentSecret(doneOrThrow(outcome, 0), 'Webhook created')));
    },
  );

  app.put(
    '/:webhook_id',
    {
      onRequest,
      schema: { params: webhookParams, body: updateWebhookBody, response: { 200: webhookChangeAnswer } },
    },
    async (request) => {
      const { webhook_id } = request.params;
      const { name, url, events, is_active: isActive } = request.body;
      const { actor } = accessOf(request);
      const outcome = await webhooks.update(actor, webhook_id, { name, url, events, isActive });
      const { webhook } = doneOrThrow(outcome, webhook_id);
      return success({ message: 'Webhook updated', webhook: presentWebhook(webhook) });
    },
  );

  app.delete(
    '/:webhook_id',
    { onRequest, schema: { params: webhookParams, response: { 200: webhookChangeAnswer } } },
    async (request) => {
      const { webhook_id } = request.params;
      const outcome = await webhooks.remove(accessOf(request).actor, webhook_id);
      const { webhook } = doneOrThrow(outcome, webhook_id);
      return success({ message: 'Webhook deleted', webhook: presentWebhook(webhook) });
    },
  );
};

const addActions: V1Routes = (app, { services: { webhooks }, hooks: { adminOnly: onRequest } }) => {
  app.post(
    '/:webhook_id/rotate-secret',
    { onRequest, schema: { params: webhookParams, response: { 200: webhookSecretAnswer } } },
    async (request) => {
      const { webhook_id } = request.params;
      const outcome = await webhooks.rotateSecret(accessOf(request).actor, webhook_id);
      return success(presentSecret(doneOrThrow(outcome, webhook_id), 'Secret rotated'));
    },
  );

  app.post(
    '/:webhook_id/ping',
    { onRequest, schema: { params: webhookParams, response: { 200: webhookChangeAnswer } } },
    async (request) => {
      const { webhook_id } = request.params;
      const { webhook } = doneOrThrow(await webhooks.ping(accessOf(request).actor, webhook_id), webhook_id);
      return success({ message: 'Ping queued', webhook: presentWebhook(webhook) });
    },
  );
};

function presentWebhook({ id, name, url, events, isActive, createdAt, updatedAt }: Webhook) {
  const dates = { created_at: toV1Date(createdAt), updated_at: toV1Date(updatedAt) };
  return { id, name, url, events, is_active: isActive, ...dates };
}

function presentSecret({ webhook, secret }: Extract<WebhookOutcome, { kind: 'done' }>, message: string) {
  if (secret === null) throw new Error('A new secret was not said');
  return { message: `${message}. The secret is shown this once.`, secret, webhook: presentWebhook(webhook) };
}

function presentCall(delivery: Delivery) {
  const { id, event, ticket_id, error, attempts, message: body } = delivery;
  return {
    id,
    event,
    ticket_id,
    state: deliveryStateOf(delivery),
    error,
    attempts,
    next_attempt_at: toV1DateOrNull(delivery.next_attempt_at),
    sent_at: toV1DateOrNull(delivery.sent_at),
    created_at: toV1Date(delivery.created_at),
    body,
  };
}
