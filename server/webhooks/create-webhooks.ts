import type { Clock, RandomBytes } from '#shared/model/clock.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import { createSealedBox } from '../channels/sealed-box.ts';
import { createWebhookChannel } from '../channels/webhook.ts';
import type { Database } from '../database/database.ts';
import { DeliveryService } from '../notifications/delivery.service.ts';
import { WebhookOutbox } from './webhook-outbox.ts';
import { WebhookService } from './webhook.service.ts';

/** How the desk calls programs back. */
export interface Webhooks {
  webhooks: WebhookService;
  webhookOutbox: WebhookOutbox;
  /** The queue's other half: a slow program keeps no letter to a person waiting. */
  webhookDelivery: DeliveryService;
}

export interface WebhookParts {
  database: Database;
  clock: Clock;
  random: RandomBytes;
  mintUid: UidFactory;
  /** Seals the secrets. */
  signingSecret: string;
  /** Whether computers beside the node may be called. */
  allowsPrivate: boolean;
}

export function createWebhooks({ signingSecret, allowsPrivate, ...parts }: WebhookParts): Webhooks {
  const { database, clock } = parts;
  const outbox = new WebhookOutbox(parts.mintUid);
  const box = createSealedBox(signingSecret, 'waypost webhook secrets');
  const webhooks = new WebhookService({ ...parts, box, outbox, allowsPrivate });
  const channel = createWebhookChannel({
    clock,
    allowsPrivate,
    findTarget: (id) => webhooks.targetOf(id),
  });
  const channels = new Map([['WEBHOOK', channel] as const]);
  return {
    webhooks,
    webhookOutbox: outbox,
    webhookDelivery: new DeliveryService({ database, clock, channels, names: ['WEBHOOK'] }),
  };
}
