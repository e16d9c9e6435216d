import type {
  Database,
  PreparedStatement,
  SAHPoolUtil,
  Sqlite3Static,
  SqlValue,
} from '@sqlite.org/sqlite-wasm';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { isRollback, rollBack } from '#shared/sqlite/roll-back.ts';

/** Changes the schema or the connection, which may change what a prepared statement returns. */
const isReshaping = /^\s*(create|drop|alter|pragma|vacuum|attach|detach)\b/i;
const cacheSize = 200;

export interface WasmDatabaseOptions {
  sqlite3: Sqlite3Static;
  database: Database | InstanceType<SAHPoolUtil['OpfsSAHPoolDb']>;
}

/**
 * SQLite-WASM's connection in the shape that Kysely's own SQLite dialect takes. Kysely prepares each query anew, which
 * costs more than most of them; so the statements used last are kept prepared.
 */
export function createWasmDatabase({ sqlite3, database }: WasmDatabaseOptions): SqliteDatabase {
  const statementBySql = new Map<string, CachedStatement>();

  function forgetAll(): void {
    for (const statement of statementBySql.values()) statement.finalize();
    statementBySql.clear();
  }

  function remember(sql: string, statement: CachedStatement): void {
    statementBySql.set(sql, statement);
    if (statementBySql.size <= cacheSize) return;
    const [oldest] = statementBySql;
    if (oldest === undefined) return;
    statementBySql.delete(oldest[0]);
    oldest[1].finalize();
  }

  return {
    prepare(sql) {
      if (isReshaping.test(sql)) {
        forgetAll();
        return new CachedStatement(sqlite3, database, sql, 'once');
      }
      const statement = statementBySql.get(sql) ?? new CachedStatement(sqlite3, database, sql, 'kept');
      // A Map keeps the order of insertion: the one used last goes to its end.
      statementBySql.delete(sql);
      remember(sql, statement);
      return statement;
    },
    close() {
      forgetAll();
      database.close();
    },
  };
}

class CachedStatement implements SqliteStatement {
  readonly reader: boolean;
  readonly #sqlite3: Sqlite3Static;
  readonly #database: Database;
  readonly #sql: string;
  readonly #isKept: boolean;
  readonly #statement: PreparedStatement;
  readonly #columns: readonly string[];

  constructor(sqlite3: Sqlite3Static, database: Database, sql: string, use: 'once' | 'kept') {
    this.#sqlite3 = sqlite3;
    this.#database = database;
    this.#sql = sql;
    this.#isKept = use === 'kept';
    this.#statement = named(sqlite3, () => database.prepare(sql));
    this.reader = this.#statement.columnCount > 0;
    this.#columns = this.reader ? this.#statement.getColumnNames() : [];
  }

  all(parameters: ReadonlyArray<unknown>): unknown[] {
    return this.#use(parameters, () => {
      const rows: unknown[] = [];
      while (this.#statement.step()) rows.push(this.#row());
      return rows;
    });
  }

  run(parameters: ReadonlyArray<unknown>): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return isRollback(this.#sql) ? rollBack(() => this.#run(parameters)) : this.#run(parameters);
  }

  #run(parameters: ReadonlyArray<unknown>): { changes: number; lastInsertRowid: bigint } {
    return this.#use(parameters, () => {
      const totalBefore = this.#database.changes(true);
      while (this.#statement.step());
      const hasChanged = this.#database.changes(true) !== totalBefore;
      const pointer = this.#database.pointer;
      return {
        changes: hasChanged ? this.#database.changes() : 0,
        lastInsertRowid: pointer === undefined ? 0n : this.#sqlite3.capi.sqlite3_last_insert_rowid(pointer),
      };
    });
  }

  /** Over a statement of its own: the kept one may be asked again before the last row is taken. */
  *iterate(parameters: ReadonlyArray<unknown>): IterableIterator<unknown> {
    const own = new CachedStatement(this.#sqlite3, this.#database, this.#sql, 'kept');
    try {
      own.#bind(parameters);
      while (named(this.#sqlite3, () => own.#statement.step())) yield own.#row();
    } finally {
      own.finalize();
    }
  }

  finalize(): void {
    this.#statement.finalize();
  }

  #use<Value>(parameters: ReadonlyArray<unknown>, work: () => Value): Value {
    try {
      return named(this.#sqlite3, () => {
        this.#bind(parameters);
        return work();
      });
    } finally {
      // Its own failure was told by the step before; a reset repeats it.
      if (this.#isKept) this.#statement.resetNoThrow(true);
      else this.#statement.finalize();
    }
  }

  #bind(parameters: ReadonlyArray<unknown>): void {
    if (parameters.length > 0) this.#statement.bind(parameters as SqlValue[]);
  }

  #row(): Record<string, SqlValue> {
    const values = this.#statement.get([]);
    const row: Record<string, SqlValue> = {};
    // A plain loop: this runs for every row that a list reads.
    for (let index = 0; index < values.length; index += 1) {
      row[this.#columns[index] ?? index] = values[index] ?? null;
    }
    return row;
  }
}

/** Gives errors the `code` that better-sqlite3 gives them (`SQLITE_FULL`), so that the replica knows one name each. */
function named<Value>(sqlite3: Sqlite3Static, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof sqlite3.SQLite3Error) {
      throw Object.assign(error, { code: sqlite3.capi.sqlite3_js_rc_str(error.resultCode) });
    }
    throw error;
  }
}
