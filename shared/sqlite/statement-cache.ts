import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { isRollback, rollBack } from './roll-back.ts';

/** As much of a better-sqlite3 connection as the cache needs. */
export interface SqliteConnection {
  prepare: (sql: string) => PreparedStatement;
  close: () => unknown;
}

interface PreparedStatement {
  reader: boolean;
  all: (parameters: readonly unknown[]) => unknown[];
  run: (parameters: readonly unknown[]) => { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate: (parameters: readonly unknown[]) => IterableIterator<unknown>;
}

/** Enough for every query of one process; lists with varying filters fill the rest and push out the oldest. */
const capacity = 500;

/**
 * A connection that prepares each SQL text once. Kysely's dialect prepares every query anew, which costs several times
 * what running it does. The statements used least lately go first.
 */
export function withStatementCache(connection: SqliteConnection): SqliteDatabase {
  const statementBySql = new Map<string, SqliteStatement>();
  return {
    prepare: (sql) => {
      const statement = statementBySql.get(sql) ?? toKyselyStatement(connection, sql);
      // A Map keeps the order of insertion: the one used last goes to its end.
      statementBySql.delete(sql);
      statementBySql.set(sql, statement);
      const [oldest] = statementBySql.keys();
      if (statementBySql.size > capacity && oldest !== undefined) statementBySql.delete(oldest);
      return statement;
    },
    close: () => {
      statementBySql.clear();
      connection.close();
    },
  };
}

function toKyselyStatement(connection: SqliteConnection, sql: string): SqliteStatement {
  const statement = connection.prepare(sql);
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters),
    run: (parameters) =>
      isRollback(sql) ? rollBack(() => statement.run(parameters)) : statement.run(parameters),
    // A statement that is being stepped through answers to nobody else meanwhile, so a stream gets its own.
    iterate: (parameters) => connection.prepare(sql).iterate(parameters),
  };
}
