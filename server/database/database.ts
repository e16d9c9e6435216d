import { Kysely } from 'kysely';
import type { DatabaseDialect } from './dialects/dialect.ts';
import type { Db, Tx } from './handles.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { WriteQueue, type WritePace } from './write-queue.ts';

/** The node's database, open and migrated. */
export interface Database {
  readonly dialect: DatabaseDialect;
  /** Committed rows, for reading alone. */
  readonly db: Db;
  /** Writes of one `turn` keep their order; several turns share the writer evenly. */
  write: <Value>(work: (tx: Tx) => Promise<Value>, turn?: string) => Promise<Value>;
  /** Several reads of one moment: nothing committed in between is seen. */
  readAtOnce: <Value>(work: (db: Db) => Promise<Value>) => Promise<Value>;
  close: () => Promise<void>;
}

/**
 * Opens, migrates, and connects the reader. `pace` sets the rhythm in which writes are grouped.
 * @throws DatabaseTooNew when the file was written by a newer Waypost; nothing is changed then.
 */
export async function openDatabase(
  dialect: DatabaseDialect,
  onEffectError: (error: unknown) => void,
  pace?: WritePace,
): Promise<Database> {
  const writer = new Kysely<Schema>({ dialect: dialect.writer() });
  try {
    await migrate(writer, dialect);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
  const reader = new Kysely<Schema>({ dialect: dialect.reader() });
  const queue = new WriteQueue(writer, dialect, onEffectError, pace);
  return {
    dialect,
    db: reader as unknown as Db,
    write: (work, turn) => queue.write(work, turn),
    readAtOnce: (work) => reader.transaction().execute((transaction) => work(transaction as unknown as Db)),
    close: async () => {
      await queue.idle();
      await reader.destroy();
      await writer.destroy();
    },
  };
}
