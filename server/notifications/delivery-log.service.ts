import type { Clock } from '#shared/model/clock.ts';
import type { Actor } from '#shared/model/user.ts';
import { recordAction } from '../audit/audit-log.repo.ts';
import type { DeliveryChannelName } from '../channels/create-channels.ts';
import type { Database } from '../database/database.ts';
import {
  countOpenDeliveries,
  findDelivery,
  listDeliveries,
  listMessageDeliveries,
  type Delivery,
  type DeliveryFilter,
  type DeliveryPage,
} from './delivery-log.repo.ts';
import { listFailedMessages, moveNotification, requeueFailed } from './delivery-queue.repo.ts';
import type { DeliveryState } from './delivery-state.ts';
import { receiptOf, type Receipts } from './receipts.ts';

/** How a message of a ticket reached its customer. */
export interface MessageDelivery {
  channel: DeliveryChannelName;
  state: DeliveryState;
  /** Why it was not sent. */
  error: string | null;
  /** When it got there, as far as the other side says. */
  at: number;
}

export interface DeliveryListing {
  deliveries: Delivery[];
  /** The last id of this page when there is more; null after the last. */
  next: number | null;
  queued: number;
  failed: number;
}

export interface DeliveryLogDeps {
  database: Database;
  clock: Clock;
  receipts: Receipts;
}

/** What became of everything that was sent, for admins; and of single messages, for whoever may read them. */
export class DeliveryLog {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #receipts: Receipts;

  constructor({ database, clock, receipts }: DeliveryLogDeps) {
    this.#database = database;
    this.#clock = clock;
    this.#receipts = receipts;
  }

  /** Newest first. For admins, which the caller has checked. */
  list(filter: DeliveryFilter, { limit, before }: DeliveryPage): Promise<DeliveryListing> {
    return this.#database.readAtOnce(async (db) => {
      // One more than asked for tells whether there is a next page.
      const found = await listDeliveries(db, filter, { limit: limit + 1, before });
      const deliveries = found.slice(0, limit);
      const next = found.length > limit ? (deliveries.at(-1)?.id ?? null) : null;
      return { deliveries, next, ...(await countOpenDeliveries(db)) };
    });
  }

  /** By message id; what went by no messenger is left out. The caller has checked who may read the messages. */
  async ofMessages(messageIds: readonly number[]): Promise<Map<number, MessageDelivery>> {
    if (messageIds.length === 0) return new Map();
    const rows = await listMessageDeliveries(this.#database.db, messageIds);
    const partsById = Map.groupBy(rows, ({ message_id }) => message_id ?? 0);
    return new Map([...partsById].map(([id, parts]) => [id, summarise(parts)]));
  }

  /** Queues one again that was given up or skipped. Null when there is none such. */
  async replay(actor: Actor, id: number): Promise<Delivery | null> {
    const now = this.#clock.now();
    return this.#database.write(async (tx) => {
      const again = { status: 'PENDING', attempts: 0, error: null, next_attempt_at: now };
      const delivery = await findDelivery(tx.db, id);
      // What was for nobody cannot be sent, however often.
      if (delivery === null || delivery.recipient === '') return null;
      const isQueued =
        (await moveNotification(tx, id, 'FAILED', again)) ||
        (await moveNotification(tx, id, 'SKIPPED', again));
      if (!isQueued) return null;
      if (delivery.message_id !== null) await this.#receipts.refresh(tx, delivery.message_id, now);
      const target = { type: 'delivery', id } as const;
      await recordAction(tx, { adminId: actor.id, action: 'delivery_replayed', target, metadata: {} }, now);
      return findDelivery(tx.db, id);
    });
  }

  /** Queues all again that were given up, of one channel or of all. Answers how many. */
  async replayFailed(actor: Actor, channel: DeliveryChannelName | null): Promise<number> {
    const now = this.#clock.now();
    return this.#database.write(async (tx) => {
      const messageIds = await listFailedMessages(tx.db, channel);
      const replayed = await requeueFailed(tx, channel, now);
      for (const id of messageIds) await this.#receipts.refresh(tx, id, now);
      const target = { type: 'delivery', id: channel ?? 'all' } as const;
      const metadata = { replayed };
      await recordAction(tx, { adminId: actor.id, action: 'delivery_replayed', target, metadata }, now);
      return replayed;
    });
  }
}

type Part = Awaited<ReturnType<typeof listMessageDeliveries>>[number];

function summarise(parts: readonly Part[]): MessageDelivery {
  const channel = (parts[0]?.channel ?? 'TELEGRAM') as DeliveryChannelName;
  const { state, error } = receiptOf(parts, channel);
  const times = parts.map((part) => part.read_at ?? part.delivered_at ?? part.sent_at ?? part.created_at);
  return { channel, state, error, at: Math.max(...times) };
}
