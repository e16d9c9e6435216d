import type { SAHPoolUtil, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { SqliteDatabase } from 'kysely';
import { createWasmDatabase } from './wasm-database.ts';
import { openPool } from './open-pool.ts';
import type { QuotaWatch } from './watch-quota.ts';

/** The console's two files in a browser (DESIGN.md 4). */
export interface Storage {
  /** False when the browser gives no place that outlives the page. */
  readonly isDurable: boolean;
  openOutbox(): SqliteDatabase;
  openReplica(): SqliteDatabase;
  /** Only after its database was closed. */
  deleteReplica(): void;
  /** Closes what is open and lets go of the files, so that another tab can have them. */
  close(): void;
}

const outboxFile = '/outbox.db';
const replicaFile = '/replica.db';

/** Opens what the browser offers: its private file system, or memory where there is none. */
export async function openStorage(sqlite3: Sqlite3Static, quota?: QuotaWatch): Promise<Storage> {
  const pool = await openPool(sqlite3);
  return pool === null ? memoryStorage(sqlite3) : pooledStorage({ sqlite3, quota }, pool);
}

function pooledStorage(
  { sqlite3, quota }: { sqlite3: Sqlite3Static; quota: QuotaWatch | undefined },
  pool: SAHPoolUtil,
): Storage {
  const opened = new Set<SqliteDatabase>();

  function open(file: string, synchronous: 'FULL' | 'NORMAL'): SqliteDatabase {
    const database = new pool.OpfsSAHPoolDb(file);
    try {
      // Exclusive before WAL: without shared memory, WAL works for a single connection only.
      database.exec([
        'pragma locking_mode = exclusive;',
        'pragma journal_mode = wal;',
        `pragma synchronous = ${synchronous};`,
        'pragma foreign_keys = on;',
        'pragma temp_store = memory;',
      ]);
    } catch (error) {
      database.close();
      throw error;
    }
    const wrapped = createWasmDatabase({ sqlite3, database, quota });
    opened.add(wrapped);
    return wrapped;
  }

  return {
    isDurable: true,
    openOutbox: () => open(outboxFile, 'FULL'),
    openReplica: () => open(replicaFile, 'NORMAL'),
    deleteReplica: () => {
      for (const suffix of ['', '-wal', '-journal']) pool.unlink(replicaFile + suffix);
    },
    close: () => {
      // Kysely closes only what it has asked something; closing twice does nothing.
      for (const database of opened) database.close();
      pool.pauseVfs();
    },
  };
}

function memoryStorage(sqlite3: Sqlite3Static): Storage {
  function open(): SqliteDatabase {
    const database = new sqlite3.oo1.DB(':memory:');
    database.exec('pragma foreign_keys = on;');
    return createWasmDatabase({ sqlite3, database });
  }

  return {
    isDurable: false,
    openOutbox: open,
    openReplica: open,
    deleteReplica: () => undefined,
    close: () => undefined,
  };
}
