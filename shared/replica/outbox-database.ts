import { Kysely, sql, type Dialect } from 'kysely';
import { DeskError } from '../protocol/errors.ts';
import type { OutboxSchema } from './tables.ts';

/** Each step brings the file one version further. Steps are frozen: this file survives every reset. */
const steps: readonly (readonly string[])[] = [
  [
    `CREATE TABLE mutation (
      id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, mid INTEGER NOT NULL, key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL, version INTEGER NOT NULL, args TEXT NOT NULL, ticket_uid TEXT NOT NULL,
      marker_uid TEXT NOT NULL, state TEXT NOT NULL, decided_seq INTEGER, refusal TEXT,
      created_at INTEGER NOT NULL, decided_at INTEGER
    ) STRICT`,
    'CREATE INDEX mutation_state ON mutation (user_id, state, mid)',
    'CREATE INDEX mutation_ticket ON mutation (ticket_uid, state)',
    `CREATE TABLE identity (
      user_id INTEGER PRIMARY KEY, client_id TEXT NOT NULL, next_mid INTEGER NOT NULL,
      user TEXT NOT NULL, is_current INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE draft (
      user_id INTEGER NOT NULL, ticket_uid TEXT NOT NULL, mode TEXT NOT NULL, text TEXT NOT NULL,
      seen_reply_uid TEXT, updated_at INTEGER NOT NULL, PRIMARY KEY (user_id, ticket_uid)
    ) STRICT`,
  ],
  // Which numbering a change was counted in, and which incarnation of the node's database knew it.
  [
    'ALTER TABLE mutation ADD COLUMN client_id TEXT',
    `UPDATE mutation SET client_id =
      (SELECT client_id FROM identity WHERE identity.user_id = mutation.user_id)`,
    'ALTER TABLE identity ADD COLUMN epoch TEXT',
  ],
  // Whether a change was kept without a connection and has been in no push since.
  ['ALTER TABLE mutation ADD COLUMN is_held_back INTEGER NOT NULL DEFAULT 0'],
  // Files that were put on tickets here.
  [
    `CREATE TABLE file (
      uid TEXT PRIMARY KEY, user_id INTEGER NOT NULL, ticket_uid TEXT NOT NULL, on_message_uid TEXT,
      file_name TEXT NOT NULL, content_type TEXT NOT NULL, size_bytes INTEGER NOT NULL, is_note INTEGER NOT NULL,
      bytes BLOB NOT NULL, state TEXT NOT NULL, problem TEXT, mutation_id INTEGER, created_at INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX file_state ON file (user_id, state)',
  ],
  // Earlier versions of what was written on tickets here.
  [
    `CREATE TABLE draft_version (
      id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, ticket_uid TEXT NOT NULL, mode TEXT NOT NULL,
      text TEXT NOT NULL, size_bytes INTEGER NOT NULL, is_passing INTEGER NOT NULL, kept_at INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX draft_version_ticket ON draft_version (user_id, ticket_uid)',
  ],
];

async function readVersion(db: Kysely<OutboxSchema>): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db);
  return rows[0]?.user_version ?? 0;
}

/**
 * Opens the outbox and brings it to this version.
 * @throws DeskError `unsupported` when a newer Waypost wrote it; it is left as it is.
 */
export async function openOutbox(dialect: Dialect): Promise<Kysely<OutboxSchema>> {
  const db = new Kysely<OutboxSchema>({ dialect });
  const version = await readVersion(db);
  if (version > steps.length) {
    await db.destroy();
    throw new DeskError('unsupported', 'A newer Waypost has written the changes kept on this computer');
  }
  for (const [index, statements] of steps.entries()) {
    if (index < version) continue;
    await db.transaction().execute(async (transaction) => {
      for (const statement of statements) await sql.raw(statement).execute(transaction);
      await sql.raw(`PRAGMA user_version = ${index + 1}`).execute(transaction);
    });
  }
  return db;
}
