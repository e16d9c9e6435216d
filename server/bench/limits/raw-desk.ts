import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { timeRepeatedly, type Timings } from '../harness/statistics.ts';

/** Tables whose rows the limits write, and the columns that must differ from row to row. */
const uniqueColumns = ['uid', 'code', 'number'] as const;

type Row = Record<string, unknown>;

/**
 * The writes of one ticket or one reply with nothing around them: prepared statements on a copy of the desk's file,
 * opened as the node opens it. What the node can do at best.
 */
export class RawDesk implements Disposable {
  readonly #connection: Database.Database;
  readonly #insert: Record<'ticket' | 'message' | 'activity', () => number>;
  readonly #log: Database.Statement;
  readonly #head: Database.Statement;
  readonly #count: Database.Statement;
  readonly #touch: Database.Statement;

  constructor(file: string) {
    const connection = new Database(file);
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('cache_size = -65536');
    connection.pragma('wal_autocheckpoint = 4000');
    this.#connection = connection;
    this.#insert = {
      ticket: this.#cloner('ticket'),
      message: this.#cloner('message'),
      activity: this.#cloner('activity'),
    };
    this.#log = connection.prepare(
      `INSERT INTO change_log (seq, ent, row_id, ticket_id, audience_id, prev_audience_id, created_at)
       VALUES (?, ?, ?, 1, 1, 1, ?)`,
    );
    this.#head = connection.prepare('UPDATE sync_head SET seq = seq + ? WHERE id = 1 RETURNING seq').pluck();
    this.#count = connection.prepare('UPDATE ticket_number SET last = last + 1 RETURNING last').pluck();
    this.#touch = connection.prepare(
      `UPDATE ticket SET last_message_at = ?, last_message_text = ?, last_message_sender = 'operator',
         last_reply_uid = ?, first_responded_at = ?, ver = ver + 1, updated_at = ?, audience_id = 1 WHERE id = ?`,
    );
  }

  /** Answers how fast tickets are opened when `perCommit` of them share a commit; a timing is one commit's. */
  timeCreates(perCommit: number, durationMs: number): Timings {
    return this.#time(perCommit, durationMs, () => {
      this.#count.get();
      this.#logRows([
        ['ticket', this.#insert.ticket()],
        ['message', this.#insert.message()],
        ['activity', this.#insert.activity()],
      ]);
    });
  }

  timeReplies(perCommit: number, durationMs: number): Timings {
    let ticketId = 0;
    return this.#time(perCommit, durationMs, () => {
      ticketId = (ticketId % 500) + 1;
      const now = Date.now();
      this.#touch.run(now, 'x'.repeat(160), v7(), now, now, ticketId);
      this.#logRows([
        ['ticket', ticketId],
        ['message', this.#insert.message()],
      ]);
    });
  }

  #time(perCommit: number, durationMs: number, write: () => void): Timings {
    const commit = this.#connection.transaction(() => {
      for (let written = 0; written < perCommit; written += 1) write();
    });
    const timings = timeRepeatedly(() => commit.immediate(), { warmUpMs: durationMs / 4, durationMs });
    return { ...timings, perSecond: timings.perSecond * perCommit };
  }

  #logRows(rows: readonly (readonly [entity: string, id: number])[]): void {
    const head = this.#head.get(rows.length) as number;
    const now = Date.now();
    for (const [index, [entity, id]] of rows.entries()) {
      this.#log.run(head - rows.length + 1 + index, entity, id, now);
    }
  }

  /** Inserts copies of a row that the desk has, each with names of its own. */
  #cloner(table: 'ticket' | 'message' | 'activity'): () => number {
    const names = this.#connection.pragma(`table_info(${table})`) as { name: string }[];
    const columns = names.map(({ name }) => name).filter((name) => name !== 'id');
    const source = this.#connection
      .prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE id = 1`)
      .get() as Row;
    const statement = this.#connection.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    const values = columns.map((column) => source[column]);
    const places = uniqueColumns.map((column) => columns.indexOf(column)).filter((place) => place >= 0);
    return () => {
      for (const place of places) values[place] = v7();
      return Number(statement.run(values).lastInsertRowid);
    };
  }

  [Symbol.dispose](): void {
    this.#connection.close();
  }
}
