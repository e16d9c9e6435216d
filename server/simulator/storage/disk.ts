import { openFile, Template, type OpenFile, type Row, type Statement } from './template.ts';

/** Looks at each statement on its way to the disk; answers in its place, or null to let it through. */
export type Interceptor = (sql: string, parameters: readonly unknown[]) => Row[] | null;

interface Ran {
  rows: Row[];
  changes: number;
  lastId: number | bigint;
}

const isWrite = /^\s*(insert|update|delete|create|alter|drop)/i;

/** A file in memory has no log to empty, and no damage that would be worth a millisecond of each start. */
const knownAnswers: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['PRAGMA wal_checkpoint(TRUNCATE)', { busy: 0, log: -1, checkpointed: -1 }],
  ['PRAGMA quick_check(1)', { quick_check: 'ok' }],
]);

class DiskFull extends Error {
  readonly code = 'SQLITE_FULL';
}

const answer = (rows: Row[] = []): Ran => ({ rows, changes: 0, lastId: 0 });

/**
 * A database file in memory. It outlives the processes that open it, as a file does: a process that is killed leaves
 * what it has committed, and nothing of a transaction under way. Transactions are savepoints in an outer one, so that
 * the copy of a template can be taken back.
 */
export class Disk {
  /** Null once the disk is closed: its world is over. */
  #file: OpenFile | null;
  /** Where the open file goes back to; null when it is no template's. */
  #template: Template | null;
  /** Raised with each statement that writes: whether anything may have changed. */
  writes = 0;
  /** Writes left before the disk is full; null while there is room. */
  writesLeft: number | null = null;
  intercept: Interceptor | null = null;
  /** Whether the transaction under way has written. */
  hasUncommitted = false;
  isInTransaction = false;

  /** A new file, or a copy of another one. */
  constructor(from?: Template | Buffer) {
    this.#template = from instanceof Template ? from : null;
    this.#file = from instanceof Template ? from.take() : openFile(from);
  }

  /** Runs one statement. @throws with SQLite's code; a full disk takes the whole transaction with it. */
  run(sql: string, parameters: readonly unknown[] = []): Ran {
    const answered = this.intercept?.(sql, parameters) ?? null;
    if (answered !== null) return answer(answered);
    const writes = isWrite.test(sql);
    // A full disk may show at the commit alone.
    if (writes || (sql === 'commit' && this.hasUncommitted)) this.#spend();
    if (sql === 'begin' || sql === 'commit' || sql === 'rollback') return this.#turn(sql);
    const known = knownAnswers.get(sql);
    if (known !== undefined) return answer([known]);
    const statement = this.#prepare(sql);
    if (writes) {
      this.writes += 1;
      this.hasUncommitted = this.isInTransaction;
    }
    if (statement.reader) return answer(statement.all(...parameters));
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], changes, lastId: lastInsertRowid };
  }

  #turn(sql: 'begin' | 'commit' | 'rollback'): Ran {
    if (this.isInTransaction !== (sql !== 'begin')) throw new Error(`No time for ${sql}`);
    if (sql === 'rollback') this.rollBack();
    else this.#prepare(sql === 'begin' ? 'savepoint inner_one' : 'release inner_one').run();
    this.isInTransaction = sql === 'begin';
    this.hasUncommitted = false;
    return answer();
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

  get #open(): OpenFile {
    if (this.#file === null) throw new Error('The world of this disk is over');
    return this.#file;
  }

  #prepare(sql: string): Statement {
    const { connection, statements } = this.#open;
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare<unknown[], Row>(sql);
    statements.set(sql, statement);
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

  /** What happens to a transaction whose process ends. */
  rollBack(): void {
    this.hasUncommitted = false;
    if (!this.isInTransaction) return;
    this.isInTransaction = false;
    this.#prepare('rollback to inner_one').run();
    this.#prepare('release inner_one').run();
  }

  /** The whole file as it stands, for a backup or a copy of the profile. Nothing may be under way. */
  image(): Buffer {
    if (this.isInTransaction) throw new Error('A file is copied between transactions');
    const { connection } = this.#open;
    // What came from an image gives nothing but its committed pages. A template's file gives all of them, once the
    // full-text index has written what it holds back, as it does at each savepoint.
    if (this.#template === null) this.#settle();
    else connection.exec('savepoint inner_one; release inner_one');
    return connection.serialize();
  }

  #settle(): void {
    this.#open.connection.exec('commit');
    this.#open.connection.exec('begin');
  }

  /** Hands over the open file, with all that happened to it, for a template. */
  handOver(): OpenFile {
    this.#settle();
    const file = this.#open;
    this.#file = null;
    return file;
  }

  /** Deletes the file, or puts another one in its place. */
  replace(image?: Buffer): void {
    this.close();
    this.#template = null;
    this.#file = openFile(image);
    this.writes += 1;
  }

  close(): void {
    const file = this.#open;
    this.rollBack();
    this.#file = null;
    if (this.#template === null) file.connection.close();
    else this.#template.giveBack(file);
  }
}
