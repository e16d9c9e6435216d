import type { Clock } from '#shared/model/clock.ts';
import type { LetterButton, SendResult } from '../channels/channel.ts';
import type { DeliveryChannelName, DeliveryChannels } from '../channels/create-channels.ts';
import { workOff } from '../jobs/work-off.ts';
import type { Database } from '../database/database.ts';
import { channelWords } from './channel-names.ts';
import { keepTelegramId, listDue, moveNotification, type QueuedNotification } from './delivery-queue.repo.ts';
import { writeTrace } from './delivery-trace.ts';
import type { Receipts } from './receipts.ts';

export interface DeliveryServiceDeps {
  database: Database;
  clock: Clock;
  channels: DeliveryChannels;
  /** Which of the queue it sends; the rest is somebody else's. */
  names: readonly DeliveryChannelName[];
  /** Told of the messages that were sent to customers; left out where none are. */
  receipts?: Receipts;
}

const batchSize = 20;
const maxAttempts = 8;
const firstWaitMs = 30_000;
const longestWaitMs = 6 * 3_600_000;
/** However long the other side wants to be left alone. */
const longestPauseMs = 24 * 3_600_000;

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
  /** Until when a channel asked to be left alone. */
  readonly #pausedUntil = new Map<DeliveryChannelName, number>();

  constructor(deps: DeliveryServiceDeps) {
    this.#deps = deps;
  }

  /** Sends everything that is due, one batch after the other. Never run twice at the same time. */
  async run(): Promise<void> {
    const { database, clock } = this.#deps;
    const next = async () => {
      const open = this.#openChannels();
      return open.length === 0 ? [] : listDue(database.db, open, clock.now(), batchSize);
    };
    await workOff(this.#stopping.signal, next, (notification) => this.#deliver(notification));
  }

  /** Gives up what is under way, so that the node can end: it stays queued. */
  stop(): void {
    this.#stopping.abort();
  }

  #openChannels(): DeliveryChannelName[] {
    const now = this.#deps.clock.now();
    return this.#deps.names.filter((name) => (this.#pausedUntil.get(name) ?? 0) <= now);
  }

  async #deliver(notification: QueuedNotification): Promise<void> {
    const channel = this.#deps.channels.get(notification.channel);
    if (channel === undefined) {
      const error = channelWords[notification.channel].notConfigured;
      await this.#settle(notification, { status: 'SKIPPED', error, next_attempt_at: null });
      return;
    }
    const { signal } = this.#stopping;
    if (signal.aborted) return;
    const { recipient, recipient_name: recipientName, subject, message: text, buttons } = notification;
    const letter = {
      trace: writeTrace(notification),
      recipient,
      recipientName,
      subject,
      text,
      buttons: buttons === null ? [] : (JSON.parse(buttons) as LetterButton[]),
    };
    const result = await unlessAborted(channel.send(letter, signal), signal);
    if (result === null) return;
    const telegramId = telegramIdOf(notification, result);
    await this.#settle(notification, this.#columnsAfter(notification, result), telegramId);
  }

  #columnsAfter(notification: QueuedNotification, result: SendResult) {
    const now = this.#deps.clock.now();
    const attempts = notification.attempts + 1;
    if (result.kind === 'sent') {
      const { peerId: peer_id } = result;
      return { status: 'SENT', attempts, error: null, next_attempt_at: null, sent_at: now, peer_id };
    }
    const { reason: error, retryAfterMs } = result;
    if (retryAfterMs !== null) {
      // Not our turn yet: that is no failed attempt of this letter.
      const next_attempt_at = now + Math.min(longestPauseMs, retryAfterMs);
      this.#pausedUntil.set(notification.channel, next_attempt_at);
      return { status: 'PENDING', error, next_attempt_at };
    }
    const isGivenUp = result.isFinal || attempts >= maxAttempts;
    return {
      status: isGivenUp ? 'FAILED' : 'PENDING',
      attempts,
      error,
      next_attempt_at: isGivenUp ? null : now + waitAfter(attempts),
    };
  }

  async #settle(
    { id, message_id: messageId }: QueuedNotification,
    columns: Parameters<typeof moveNotification>[3],
    telegramId: number | null = null,
  ): Promise<void> {
    const { database, clock, receipts } = this.#deps;
    await database.write(async (tx) => {
      await moveNotification(tx, id, 'PENDING', columns);
      if (messageId === null || receipts === undefined) return;
      if (telegramId !== null) await keepTelegramId(tx, messageId, telegramId);
      await receipts.refresh(tx, messageId, clock.now());
    });
  }
}

function telegramIdOf({ channel }: QueuedNotification, result: SendResult): number | null {
  if (channel !== 'TELEGRAM' || result.kind !== 'sent' || result.peerId === null) return null;
  return Number(result.peerId);
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
