import type { ControlledTransaction, Kysely } from 'kysely';
import { DeskError } from '#shared/protocol/errors.ts';
import type { DatabaseDialect } from './dialects/dialect.ts';
import type { Tx } from './handles.ts';
import { FairQueue } from './fair-queue.ts';
import { inSavepoint } from './savepoint.ts';
import type { Schema } from './schema.ts';

/** A group ends at this many writes or this much time, whichever comes first. */
const groupLimit = 32;
const groupMs = 5;

/** The clock and the breath of the queue; a simulation brings its own. */
export interface WritePace {
  /** Ms from any moment on, never going back. */
  elapsedMs: () => number;
  /** Lets what has arrived be read: each request is read in a turn of the event loop of its own. */
  nextTurn: () => Promise<void>;
}

export const systemPace: WritePace = {
  elapsedMs: () => performance.now(),
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
};

interface QueuedWrite {
  work: (tx: Tx) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

interface Done {
  settle: () => void;
  reject: (error: unknown) => void;
  effects: (() => void)[];
}

/**
 * The one road to the database's writer. Writes that arrive together share one commit, which doubles what the disk
 * can take; each runs in its own savepoint and keeps its own outcome. Nobody is answered before the commit.
 */
export class WriteQueue {
  readonly #writer: Kysely<Schema>;
  readonly #dialect: DatabaseDialect;
  readonly #onEffectError: (error: unknown) => void;
  readonly #pace: WritePace;
  readonly #waiting = new FairQueue<QueuedWrite>();
  #draining: Promise<void> | null = null;

  constructor(
    writer: Kysely<Schema>,
    dialect: DatabaseDialect,
    onEffectError: (error: unknown) => void,
    pace: WritePace = systemPace,
  ) {
    this.#writer = writer;
    this.#dialect = dialect;
    this.#onEffectError = onEffectError;
    this.#pace = pace;
  }

  /**
   * Runs `work` in the write transaction and answers once its group is durable. When `work` throws, its own changes
   * are undone and the error is passed on; when the disk refuses, every write of the group fails as `unavailable`.
   * Writes of one `turn` keep their order; those of several take turns, so that a backlog delays only itself.
   */
  write<Value>(work: (tx: Tx) => Promise<Value>, turn = ''): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.push(turn, { work, resolve: resolve as (value: unknown) => void, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Settles when everything queued so far has been answered. */
  async idle(): Promise<void> {
    while (this.#draining !== null) await this.#draining;
  }

  async #drain(): Promise<void> {
    while (!this.#waiting.isEmpty) {
      // A group that begins at once would hold the one write that was read first, and nothing else.
      await this.#pace.nextTurn();
      await this.#runGroup();
    }
    this.#draining = null;
  }

  async #runGroup(): Promise<void> {
    const done: Done[] = [];
    let started: QueuedWrite | undefined;
    try {
      const transaction = await this.#writer.startTransaction().execute();
      const startedAt = this.#pace.elapsedMs();
      try {
        while (done.length < groupLimit && this.#pace.elapsedMs() - startedAt < groupMs) {
          started = this.#waiting.shift();
          if (started === undefined) break;
          done.push(await this.#runOne(transaction, started));
          started = undefined;
        }
        await transaction.commit().execute();
      } catch (error) {
        await rollBackQuietly(transaction);
        throw error;
      }
    } catch (error) {
      this.#failGroup(started === undefined ? done : [...done, started], error);
      return;
    }
    for (const { settle, effects } of done) {
      this.#runEffects(effects);
      settle();
    }
  }

  async #runOne(
    transaction: ControlledTransaction<Schema>,
    { work, resolve, reject }: QueuedWrite,
  ): Promise<Done> {
    const effects: (() => void)[] = [];
    const afterCommit = (effect: () => void): void => void effects.push(effect);
    const tx = { sql: transaction, db: transaction, afterCommit, effects } as unknown as Tx;
    try {
      const value = await inSavepoint(tx, this.#dialect, () => work(tx));
      return { settle: () => resolve(value), reject, effects };
    } catch (error) {
      if (this.#dialect.isTransactionLost(error)) throw error;
      return { settle: () => reject(error), reject, effects: [] };
    }
  }

  #failGroup(writes: readonly { reject: (error: unknown) => void }[], cause: unknown): void {
    // @NOTE: a group that could not even begin takes everything queued with it, or the loop would never end.
    const failed = writes.length > 0 ? writes : this.#waiting.takeAll();
    const error = this.#dialect.isTransient(cause)
      ? new DeskError('unavailable', 'The desk cannot save changes right now', { retryAfterMs: 5_000, cause })
      : cause;
    for (const { reject } of failed) reject(error);
  }

  #runEffects(effects: readonly (() => void)[]): void {
    for (const effect of effects) {
      try {
        effect();
      } catch (error) {
        this.#onEffectError(error);
      }
    }
  }
}

async function rollBackQuietly(transaction: ControlledTransaction<Schema>): Promise<void> {
  try {
    await transaction.rollback().execute();
  } catch {
    // SQLite has already rolled back by itself after a full disk.
  }
}
