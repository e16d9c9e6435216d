import type { Clock } from '#shared/model/clock.ts';
import type { MessengerBot } from '../bot/messenger-bot.ts';
import type { Database } from '../database/database.ts';
import type { Bell } from '../jobs/bell.ts';
import { workOff } from '../jobs/work-off.ts';
import type { SystemLog } from '../system-log/system-log.service.ts';
import { inboundContent, type InboundMessage, type Messenger } from './inbound-message.ts';
import {
  dropHandled,
  keepMessage,
  listWaiting,
  markFailed,
  markHandled,
  type WaitingMessage,
} from './inbound.repo.ts';

export interface InboundQueueDeps {
  database: Database;
  clock: Clock;
  bot: MessengerBot;
  log: SystemLog;
  /** Wakes what works the queue off. */
  bell: Bell;
}

const batchSize = 20;
const maxAttempts = 5;
const firstWaitMs = 5_000;
const keepMs = 30 * 24 * 3_600_000;

/**
 * What came in by messengers: kept before it is acknowledged, each message once, then worked off, each sender's in their
 * order. A node that dies in between goes on where it was; what follows from a message follows once.
 */
export class InboundQueue {
  readonly #deps: InboundQueueDeps;
  readonly #stopping = new AbortController();

  constructor(deps: InboundQueueDeps) {
    this.#deps = deps;
  }

  /** Durable when it settles. What has come before is left alone. */
  async keep(channel: Messenger, messages: readonly InboundMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const { database, clock, bell } = this.#deps;
    await database.write(async (tx) => {
      for (const message of messages) await keepMessage(tx, channel, message, clock.now());
      tx.afterCommit(() => bell.ring());
    });
  }

  /** Works off everything that waits. Never run twice at the same time. */
  async run(): Promise<void> {
    const { database, clock } = this.#deps;
    const next = () => listWaiting(database.db, clock.now(), batchSize);
    await workOff(this.#stopping.signal, next, (message) => this.#handle(message));
  }

  /** Gives up what is under way, so that the node can end: it stays in the queue. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Lets go of what was worked off long ago. */
  async forget(): Promise<void> {
    const { database, clock } = this.#deps;
    await database.write((tx) => dropHandled(tx, clock.now() - keepMs));
  }

  async #handle({ id, channel: messenger, address, content, attempts }: WaitingMessage): Promise<void> {
    const { clock, bot } = this.#deps;
    const { signal } = this.#stopping;
    if (signal.aborted) return;
    try {
      const message = { messenger, address, content: inboundContent.parse(JSON.parse(content)) };
      await bot.receive(message, (tx) => markHandled(tx, id, clock.now()), signal);
    } catch (error) {
      // It is where it was, for the next start.
      if (signal.aborted) return;
      await this.#fail(id, attempts + 1, error);
    }
  }

  async #fail(id: number, attempts: number, error: unknown): Promise<void> {
    const { database, clock, log } = this.#deps;
    const text = error instanceof Error ? error.message : String(error);
    const retryAt = attempts >= maxAttempts ? null : clock.now() + firstWaitMs * 4 ** (attempts - 1);
    await database.write((tx) => markFailed(tx, id, { attempts, error: text.slice(0, 500), retryAt }));
    const message = retryAt === null ? 'A message was given up' : 'A message has to wait';
    log.record({ level: 'ERROR', source: 'inbound', message, metadata: { id, attempts, error: text } });
  }
}
