import type BetterSqlite3 from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const maxStatements = 300;

/**
 * Keeps statements prepared, the least recently used go first. Kysely prepares each query anew by itself, which costs
 * several times the query.
 */
export function withStatementCache(
  database: Pick<BetterSqlite3.Database, 'prepare' | 'close'>,
): SqliteDatabase {
  const statementBySql = new Map<string, SqliteStatement>();

  function prepare(sql: string): SqliteStatement {
    const cached = statementBySql.get(sql);
    if (cached !== undefined) {
      statementBySql.delete(sql);
      statementBySql.set(sql, cached);
      return cached;
    }
    const statement = toKyselyStatement(database, sql);
    statementBySql.set(sql, statement);
    const [oldest] = statementBySql.keys();
    if (statementBySql.size > maxStatements && oldest !== undefined) statementBySql.delete(oldest);
    return statement;
  }

  return {
    prepare,
    close: () => {
      statementBySql.clear();
      database.close();
    },
  };
}

function toKyselyStatement(database: Pick<BetterSqlite3.Database, 'prepare'>, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters),
    run: (parameters) => statement.run(parameters),
    // A statement that is being stepped through answers to nobody else meanwhile, so a stream gets its own.
    iterate: (parameters) => database.prepare(sql).iterate(parameters),
  };
}
