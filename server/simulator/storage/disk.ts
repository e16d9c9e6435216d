import BetterSqlite3 from 'better-sqlite3';

type Row = Record<string, unknown>;
type Statement = BetterSqlite3.Statement<unknown[], Row>;

/** Looks at each statement on its way to the disk; answers in its place, or null to let it through. */
export type Interceptor = (sql: string, parameters: readonly unknown[]) => Row[] | null;

const isWrite = /^\s*(insert|update|delete|create|alter|drop)/i;

class DiskFull extends Error {
  readonly code = 'SQLITE_FULL';
}

function connect(file: string | Buffer): BetterSqlite3.Database {
  const connection = new BetterSqlite3(file);
  connection.pragma('foreign_keys = ON');
  return connection;
}

/**
 * A database file in memory. It outlives the processes that open it, as a file does: a process that is killed leaves
 * what it has committed, and nothing of a transaction under way.
 */
export class Disk {
  #connection: BetterSqlite3.Database;
  readonly #statements = new Map<string, Statement>();
  /** Raised with each statement that writes: whether anything may have changed. */
  writes = 0;
  /** Writes left before the disk is full; null while there is room. */
  writesLeft: number | null = null;
  intercept: Interceptor | null = null;
  /** Whether the transaction under way has written. */
  hasUncommitted = false;

  /** A new file, or a copy of another one (`image`). */
  constructor(file: Buffer | ':memory:' = ':memory:') {
    this.#connection = connect(file);
  }

  /** Runs one statement. @throws with SQLite's code; a full disk takes the whole transaction with it. */
  run(
    sql: string,
    parameters: readonly unknown[] = [],
  ): { rows: Row[]; changes: number; lastId: number | bigint } {
    const answered = this.intercept?.(sql, parameters) ?? null;
    if (answered !== null) return { rows: answered, changes: 0, lastId: 0 };
    const writes = isWrite.test(sql);
    // A full disk may show at the commit alone.
    if (writes || (sql === 'commit' && this.hasUncommitted)) this.#spend();
    const statement = this.#prepare(sql);
    if (writes) this.writes += 1;
    this.hasUncommitted = (writes || this.hasUncommitted) && sql !== 'commit' && sql !== 'rollback';
    if (statement.reader) return { rows: statement.all(...parameters), changes: 0, lastId: 0 };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], changes, lastId: lastInsertRowid };
  }

  #spend(): void {
    if (this.writesLeft === null) return;
    if (this.writesLeft > 0) {
      this.writesLeft -= 1;
      return;
    }
    this.rollBack();
    throw new DiskFull('database or disk is full');
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare<unknown[], Row>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** What the file holds, read past every process. Only meaningful while no transaction is open. */
  read<Found>(sql: string, ...parameters: unknown[]): Found[] {
    return this.#prepare(sql).all(...parameters) as Found[];
  }

  /** Changes the file past every process, as a mutant or a vandal does. */
  vandalise(sql: string, ...parameters: unknown[]): number {
    this.writes += 1;
    return this.#prepare(sql).run(...parameters).changes;
  }

  get isInTransaction(): boolean {
    return this.#connection.inTransaction;
  }

  /** What happens to a transaction whose process ends. */
  rollBack(): void {
    this.hasUncommitted = false;
    if (this.#connection.inTransaction) this.#connection.exec('rollback');
  }

  /** The whole file as it stands, for a backup or a copy of the profile. Nothing may be under way. */
  image(): Buffer {
    if (this.isInTransaction) throw new Error('A file is copied between transactions');
    return this.#connection.serialize();
  }

  /** Deletes the file, or puts another one in its place. */
  replace(image?: Buffer): void {
    this.#statements.clear();
    this.#connection.close();
    this.#connection = connect(image ?? ':memory:');
    this.writes += 1;
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }
}
