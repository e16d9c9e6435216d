import { join } from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { openOutbox } from '#shared/replica/outbox-database.ts';
import { openConsoleFile } from '../consoles/console-file.ts';
import { timeRepeatedly, type Timings } from '../harness/statistics.ts';

const args = JSON.stringify({ ticket_uid: v7(), message_uid: v7(), text: 'x'.repeat(200) });

/** What keeping one change durably costs with nothing around it: two statements and a FULL commit. */
export async function timeOutboxCommit(folder: string, durationMs: number): Promise<Timings> {
  const path = join(folder, 'outbox.db');
  await (await openOutbox(openConsoleFile(path, 'FULL'))).destroy();
  const connection = new Database(path);
  connection.pragma('synchronous = FULL');
  connection.pragma('wal_autocheckpoint = 4000');
  connection.prepare(`INSERT INTO identity VALUES (1, ?, 1, '{}', 1)`).run(v7());
  const number = connection
    .prepare('UPDATE identity SET next_mid = next_mid + 1 WHERE user_id = 1 RETURNING next_mid')
    .pluck();
  const insert = connection.prepare(
    `INSERT INTO mutation (user_id, mid, key, name, version, args, ticket_uid, marker_uid, state, created_at)
     VALUES (1, ?, ?, 'ticket-reply', 1, ?, ?, ?, 'pending', ?)`,
  );
  const keep = connection.transaction(() => insert.run(number.get(), v7(), args, v7(), v7(), Date.now()));
  const timings = timeRepeatedly(() => void keep.immediate(), { warmUpMs: durationMs / 4, durationMs });
  connection.close();
  return timings;
}
