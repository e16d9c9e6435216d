import { chmodSync, closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { withStatementCache } from '#shared/sqlite/statement-cache.ts';

interface SqliteFileOptions {
  readonly path: string;
  /** FULL: what was answered survives a power cut. NORMAL: it survives a crash of the program. */
  readonly synchronous: 'FULL' | 'NORMAL';
}

const busyTimeoutMs = 5_000;
/** Pages of 4 KiB between checkpoints: a first sync of 10,000 tickets is usable before the first of them. */
const checkpointPages = 10_000;

/** Opens (and creates) a database file that only its owner can read. */
export function openSqliteFile({ path, synchronous }: SqliteFileOptions): SqliteDialect {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // The files that SQLite puts beside it take their mode from this one.
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const database = new Database(path, { timeout: busyTimeoutMs });
  try {
    database.pragma('journal_mode = WAL');
    // @NOTE: this build falls back to NORMAL after the first write unless each open says otherwise.
    database.pragma(`synchronous = ${synchronous}`);
    database.pragma('foreign_keys = ON');
    database.pragma('secure_delete = ON');
    database.pragma('temp_store = MEMORY');
    database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    database.pragma('cache_size = -32000');
  } catch (error) {
    database.close();
    throw error;
  }
  return new SqliteDialect({ database: withStatementCache(database) });
}

/** Removes a closed database with the files that SQLite keeps beside it. */
export function deleteSqliteFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
