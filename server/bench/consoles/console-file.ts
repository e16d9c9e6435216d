import Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { withStatementCache } from '#shared/sqlite/statement-cache.ts';

/** Opens a console's file with the settings of the desktop app. */
export function openConsoleFile(path: string, synchronous: 'FULL' | 'NORMAL'): SqliteDialect {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${synchronous}`);
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('wal_autocheckpoint = 10000');
  database.pragma('cache_size = -32000');
  return new SqliteDialect({ database: withStatementCache(database) });
}
