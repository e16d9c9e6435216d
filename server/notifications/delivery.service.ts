import type { Clock } from '#shared/model/clock.ts';
import type { SendResult } from '../channels/channel.ts';
import type { Database } from '../database/database.ts';
import { channelWords, type DeliveryChannels } from './channel-names.ts';
import { listDue, moveNotification, type QueuedNotification } from './delivery-queue.repo.ts';

export interface DeliveryServiceDeps {
  database: Database;
  clock: Clock;
  channels: DeliveryChannels;
}

const batchSize = 20;
const maxAttempts = 8;
const firstWaitMs = 30_000;
const longestWaitMs = 6 * 3_600_000;

/** 30 s, 2 min, 8 min, 32 min, about 2 h, then 6 h each. */
export function waitAfter(attempts: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 4 ** (attempts - 1));
}

/**
 * Sends what the log holds. Notifications are rows of the changes that they tell of, so that none is lost and none is
 * made up. Sent and not yet written down when the node dies, one is sent again: at least once, not exactly once.
 */
export class DeliveryService {
  readonly #deps: DeliveryServiceDeps;
  readonly #stopping = new AbortController();

  constructor(deps: DeliveryServiceDeps) {
    this.#deps = deps;
  }

  /** Sends everything that is due, one batch after the other. Never run twice at the same time. */
  async run(): Promise<void> {
    const { database, clock } = this.#deps;
    let due: QueuedNotification[];
    do {
      due = await listDue(database.db, clock.now(), batchSize);
      await Promise.all(due.map((notification) => this.#deliver(notification)));
    } while (due.length === batchSize && !this.#stopping.signal.aborted);
  }

  /** Gives up what is under way, so that the node can end: it stays queued. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Queues one again that was given up. False when there is none such. */
  replay(id: number): Promise<boolean> {
    const { database, clock } = this.#deps;
    return database.write((tx) =>
      moveNotification(tx, id, 'FAILED', {
        status: 'PENDING',
        attempts: 0,
        error: null,
        next_attempt_at: clock.now(),
      }),
    );
  }

  async #deliver(notification: QueuedNotification): Promise<void> {
    const channel = this.#deps.channels[notification.channel];
    if (channel === undefined) {
      const error = channelWords[notification.channel].notConfigured;
      await this.#settle(notification, { status: 'SKIPPED', error, next_attempt_at: null });
      return;
    }
    const { signal } = this.#stopping;
    if (signal.aborted) return;
    const { id, recipient, recipient_name: recipientName, subject, message: text } = notification;
    const letter = { id, recipient, recipientName, subject, text };
    const result = await unlessAborted(channel.send(letter, signal), signal);
    if (result !== null) await this.#settle(notification, this.#columnsAfter(notification, result));
  }

  #columnsAfter(notification: QueuedNotification, result: SendResult) {
    const now = this.#deps.clock.now();
    const attempts = notification.attempts + 1;
    if (result.kind === 'sent') {
      return { status: 'SENT', attempts, error: null, next_attempt_at: null, sent_at: now };
    }
    const isGivenUp = result.isFinal || attempts >= maxAttempts;
    return {
      status: isGivenUp ? 'FAILED' : 'PENDING',
      attempts,
      error: result.reason,
      next_attempt_at: isGivenUp ? null : now + waitAfter(attempts),
    };
  }

  async #settle({ id }: QueuedNotification, columns: Parameters<typeof moveNotification>[3]): Promise<void> {
    await this.#deps.database.write((tx) => moveNotification(tx, id, 'PENDING', columns));
  }
}

/** Null when the signal comes first; the attempt is left to itself then. */
async function unlessAborted<Value>(attempt: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  const stopped = Promise.withResolvers<null>();
  const giveUp = (): void => stopped.resolve(null);
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([attempt, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
