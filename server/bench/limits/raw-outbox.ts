import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { timeRepeatedly, type Timings } from '../harness/statistics.ts';

/** As large as a kept reply, and indexed as the outbox is: by its key, by state and by ticket. */
const tables = `
  CREATE TABLE counter (id INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
  INSERT INTO counter VALUES (1, 0);
  CREATE TABLE kept (
    id INTEGER PRIMARY KEY, number INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, ticket TEXT NOT NULL,
    state TEXT NOT NULL, args TEXT NOT NULL
  ) STRICT;
  CREATE INDEX kept_state ON kept (state, number);
  CREATE INDEX kept_ticket ON kept (ticket, state);`;

const args = JSON.stringify({ ticket_uid: v7(), message_uid: v7(), text: 'x'.repeat(200) });

/** What keeping one change durably costs with nothing around it: two statements and a FULL commit. */
export function timeOutboxCommit(folder: string, durationMs: number): Timings {
  const connection = new Database(join(folder, 'raw-outbox.db'));
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('wal_autocheckpoint = 10000');
  connection.exec(tables);
  const number = connection.prepare('UPDATE counter SET last = last + 1 WHERE id = 1 RETURNING last').pluck();
  const insert = connection.prepare(
    `INSERT INTO kept (number, key, ticket, state, args) VALUES (?, ?, ?, 'pending', ?)`,
  );
  const keep = connection.transaction(() => insert.run(number.get(), v7(), v7(), args));
  const timings = timeRepeatedly(() => void keep.immediate(), { warmUpMs: durationMs / 4, durationMs });
  connection.close();
  return timings;
}
