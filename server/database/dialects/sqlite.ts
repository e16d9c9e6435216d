import { chmodSync, closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { SqliteAdapter, SqliteDialect } from 'kysely';
import { withStatementCache } from '#shared/sqlite/statement-cache.ts';
import type { DatabaseDialect } from './dialect.ts';
import { sqliteTextSearch } from './sqlite-text-search.ts';

const busyTimeoutMs = 5_000;

/** Pages of 4 KiB between checkpoints: rarer ones keep the 99th percentile of a commit under a millisecond. */
const autocheckpointPages = 4_000;

const cacheKib = 64 * 1024;

function openConnection(file: string, options: { isReader: boolean }): Database.Database {
  const connection = new Database(file, { timeout: busyTimeoutMs, readonly: options.isReader });
  connection.pragma('journal_mode = WAL');
  // @NOTE: better-sqlite3 is built to fall back to NORMAL after the first write unless this is set on each open.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma(`cache_size = -${cacheKib}`);
  if (!options.isReader) connection.pragma(`wal_autocheckpoint = ${autocheckpointPages}`);
  return connection;
}

/** Creates the file readable by its owner alone; the WAL and its index take over the mode of the file. */
function createOwnerOnly(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const lostCodes = /^SQLITE_(FULL|IOERR|NOMEM|INTERRUPT|CORRUPT|READONLY)/;
const transientCodes = /^SQLITE_(FULL|IOERR|NOMEM|BUSY|LOCKED)/;
const uniqueCodes = /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)/;

/**
 * SQLite's definitions are part of a transaction like any other statement; Kysely takes the cautious view, and would
 * leave half a migration behind when the process is killed in it.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class WriterDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** SQLite in one file: WAL, one writer, and a reader beside it that sees only committed rows. */
export function sqliteDialect(file: string): DatabaseDialect {
  return {
    name: 'sqlite',
    ddl: {
      identity: 'INTEGER PRIMARY KEY',
      integer: 'INTEGER',
      text: 'TEXT',
      real: 'REAL',
      tableEnd: 'STRICT',
    },
    search: sqliteTextSearch,
    writer: () => {
      createOwnerOnly(file);
      return new WriterDialect({ database: withStatementCache(openConnection(file, { isReader: false })) });
    },
    // @NOTE: opened when it is first used, since Kysely closes nothing that was never used.
    reader: () =>
      new SqliteDialect({
        database: () => Promise.resolve(withStatementCache(openConnection(file, { isReader: true }))),
      }),
    isTransactionLost: (error) => lostCodes.test(codeOf(error)),
    isTransient: (error) => transientCodes.test(codeOf(error)),
    isUniqueViolation: (error) => uniqueCodes.test(codeOf(error)),
  };
}
