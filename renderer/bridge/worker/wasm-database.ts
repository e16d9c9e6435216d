import type {
  Database,
  PreparedStatement,
  SAHPoolUtil,
  Sqlite3Static,
  SqlValue,
} from '@sqlite.org/sqlite-wasm';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { isRollback, rollBack } from '#shared/sqlite/roll-back.ts';
import type { QuotaWatch } from './watch-quota.ts';

/** Changes the schema or the connection, which may change what a prepared statement returns. */
const isReshaping = /^\s*(create|drop|alter|pragma|vacuum|attach|detach)\b/i;
const cacheSize = 200;

export interface WasmDatabaseOptions {
  sqlite3: Sqlite3Static;
  database: Database | InstanceType<SAHPoolUtil['OpfsSAHPoolDb']>;
  /** Tells whether an I/O error means that there is no room. */
  quota?: QuotaWatch | undefined;
}

/**
 * SQLite-WASM's connection in the shape that Kysely's own SQLite dialect takes. Kysely prepares each query anew, which
 * costs more than most of them; so the statements used last are kept prepared.
 */
export function createWasmDatabase({ sqlite3, database, quota }: WasmDatabaseOptions): SqliteDatabase {
  const naming: Naming = { sqlite3, quota };
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
        return new CachedStatement(naming, database, sql, 'once');
      }
      const statement = statementBySql.get(sql) ?? new CachedStatement(naming, database, sql, 'kept');
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
  readonly #naming: Naming;
  readonly #database: Database;
  readonly #sql: string;
  readonly #isKept: boolean;
  readonly #statement: PreparedStatement;
  readonly #columns: readonly string[];

  constructor(naming: Naming, database: Database, sql: string, use: 'once' | 'kept') {
    this.#naming = naming;
    this.#database = database;
    this.#sql = sql;
    this.#isKept = use === 'kept';
    this.#statement = named(naming, () => database.prepare(sql));
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
        lastInsertRowid:
          pointer === undefined ? 0n : this.#naming.sqlite3.capi.sqlite3_last_insert_rowid(pointer),
      };
    });
  }

  /** Over a statement of its own: the kept one may be asked again before the last row is taken. */
  *iterate(parameters: ReadonlyArray<unknown>): IterableIterator<unknown> {
    const own = new CachedStatement(this.#naming, this.#database, this.#sql, 'kept');
    try {
      own.#bind(parameters);
      while (named(this.#naming, () => own.#statement.step())) yield own.#row();
    } finally {
      own.finalize();
    }
  }

  finalize(): void {
    this.#statement.finalize();
  }

  #use<Value>(parameters: ReadonlyArray<unknown>, work: () => Value): Value {
    try {
      return named(this.#naming, () => {
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

/** What errors are named with. */
interface Naming {
  sqlite3: Sqlite3Static;
  quota: QuotaWatch | undefined;
}

/** Gives errors the `code` that better-sqlite3 gives them (`SQLITE_FULL`), so that the replica knows one name each. */
function named<Value>({ sqlite3: { SQLite3Error, capi }, quota }: Naming, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SQLite3Error)) throw error;
    // The low byte is the kind of error; the rest says where it happened.
    const isFull = (error.resultCode & 0xff) === capi.SQLITE_IOERR && quota?.isFull === true;
    const code = isFull ? 'SQLITE_FULL' : capi.sqlite3_js_rc_str(error.resultCode);
    throw Object.assign(error, { code });
  }
}
