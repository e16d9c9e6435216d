import { Kysely, sql } from 'kysely';
import { ExchangeableDialect } from './exchangeable-dialect.ts';
import { faqSearchTables } from './faq-search.ts';
import type { ReplicaHost } from './host.ts';
import { searchTables } from './search-tables.ts';
import type { ReplicaSchema } from './tables.ts';

/** Raised with every change of the tables below: a replica of another version is thrown away and fetched anew. */
const schemaVersion = 8;

const ticketColumns = `
  uid TEXT PRIMARY KEY, id INTEGER, ver INTEGER NOT NULL, code TEXT, subject TEXT NOT NULL, description TEXT NOT NULL,
  status TEXT NOT NULL, priority TEXT NOT NULL, category TEXT NOT NULL, source TEXT NOT NULL, tags TEXT NOT NULL,
  requester_id INTEGER, requester_name TEXT, requester_email TEXT, phone_number TEXT, merchant_id TEXT,
  assignee_id INTEGER, assignee_ids TEXT NOT NULL, assigned_at INTEGER, auto_assigned INTEGER NOT NULL,
  reassignment_count INTEGER NOT NULL, response_due_at INTEGER, response_due_manual INTEGER NOT NULL,
  resolution_due_at INTEGER, first_responded_at INTEGER, opened_at INTEGER, started_at INTEGER, resolved_at INTEGER,
  closed_at INTEGER, resolution_notes TEXT, last_reply_uid TEXT, last_message_at INTEGER, last_message_text TEXT,
  last_message_sender TEXT, snoozed_until INTEGER, follower_ids TEXT NOT NULL, merged_into_uid TEXT, merged_from TEXT,
  split_from_uid TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL`;

const messageColumns = `
  uid TEXT PRIMARY KEY, id INTEGER, ver INTEGER NOT NULL, ticket_uid TEXT NOT NULL, sender_type TEXT NOT NULL,
  sender_id INTEGER, sender_name TEXT NOT NULL, visibility TEXT NOT NULL, text TEXT NOT NULL, mentioned_ids TEXT NOT NULL,
  receipt TEXT, created_at INTEGER NOT NULL`;

const activityColumns = `
  uid TEXT PRIMARY KEY, id INTEGER, ver INTEGER NOT NULL, ticket_uid TEXT NOT NULL, actor_id INTEGER, actor_name TEXT,
  kind TEXT NOT NULL, from_value TEXT, to_value TEXT, message_uid TEXT, data TEXT NOT NULL, created_at INTEGER NOT NULL`;

const attachmentColumns = `
  uid TEXT PRIMARY KEY, id INTEGER, ver INTEGER NOT NULL, ticket_uid TEXT NOT NULL, message_uid TEXT,
  uploaded_by INTEGER, file_name TEXT NOT NULL, content_type TEXT NOT NULL, size_bytes INTEGER NOT NULL,
  visibility TEXT NOT NULL, created_at INTEGER NOT NULL`;

/** @NOTE: the columns of both halves of a view must stand in one order; `aud` comes after all of them. */
const viewOf = (entity: string, columns: string): string => {
  const names = [...columns.matchAll(/(\w+) (?:TEXT|INTEGER)/g)].map((match) => match[1]).join(', ');
  return `CREATE VIEW ${entity}_view AS
    SELECT ${names} FROM ${entity}_overlay
    UNION ALL
    SELECT ${names} FROM ${entity}
    WHERE NOT EXISTS (SELECT 1 FROM ${entity}_overlay o WHERE o.uid = ${entity}.uid)`;
};

const tables: readonly string[] = [
  `CREATE TABLE profile (
    uid TEXT PRIMARY KEY, id INTEGER NOT NULL UNIQUE, ver INTEGER NOT NULL, username TEXT NOT NULL,
    full_name TEXT NOT NULL, email TEXT NOT NULL, role TEXT NOT NULL, department TEXT, is_active INTEGER NOT NULL,
    is_available INTEGER NOT NULL) STRICT`,
  `CREATE TABLE item (
    uid TEXT PRIMARY KEY, id INTEGER NOT NULL, ver INTEGER NOT NULL, kind TEXT NOT NULL, owner_id INTEGER NOT NULL,
    visibility TEXT NOT NULL, department TEXT, name TEXT NOT NULL, body TEXT NOT NULL, updated_at INTEGER NOT NULL)
    STRICT`,
  `CREATE TABLE faq (
    uid TEXT PRIMARY KEY, id INTEGER NOT NULL, ver INTEGER NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL,
    category TEXT NOT NULL, tags TEXT NOT NULL, is_active INTEGER NOT NULL) STRICT`,
  `CREATE TABLE ticket (${ticketColumns}, aud TEXT NOT NULL) STRICT`,
  `CREATE TABLE ticket_overlay (${ticketColumns}) STRICT`,
  `CREATE TABLE message (${messageColumns}) STRICT`,
  `CREATE TABLE message_overlay (${messageColumns}) STRICT`,
  `CREATE TABLE activity (${activityColumns}) STRICT`,
  `CREATE TABLE activity_overlay (${activityColumns}) STRICT`,
  `CREATE TABLE attachment (${attachmentColumns}) STRICT`,
  `CREATE TABLE attachment_overlay (${attachmentColumns}) STRICT`,
  `CREATE TABLE attachment_bytes (
    attachment_uid TEXT PRIMARY KEY, ticket_uid TEXT NOT NULL, bytes BLOB NOT NULL, read_at INTEGER NOT NULL) STRICT`,
  viewOf('ticket', ticketColumns),
  viewOf('message', messageColumns),
  viewOf('activity', activityColumns),
  viewOf('attachment', attachmentColumns),
  'CREATE INDEX ticket_updated ON ticket (updated_at, uid)',
  // Of few tickets, and small for it.
  'CREATE INDEX ticket_snoozed ON ticket (snoozed_until) WHERE snoozed_until IS NOT NULL',
  "CREATE INDEX ticket_followed ON ticket (updated_at, uid) WHERE follower_ids <> '[]'",
  'CREATE INDEX ticket_merged ON ticket (merged_into_uid) WHERE merged_into_uid IS NOT NULL',
  'CREATE INDEX ticket_split ON ticket (split_from_uid) WHERE split_from_uid IS NOT NULL',
  'CREATE INDEX message_ticket ON message (ticket_uid)',
  "CREATE INDEX message_mentions ON message (ticket_uid) WHERE mentioned_ids <> '[]'",
  'CREATE INDEX message_overlay_ticket ON message_overlay (ticket_uid)',
  'CREATE INDEX activity_ticket ON activity (ticket_uid)',
  'CREATE INDEX attachment_ticket ON attachment (ticket_uid)',
  'CREATE INDEX attachment_overlay_ticket ON attachment_overlay (ticket_uid)',
  'CREATE INDEX attachment_bytes_ticket ON attachment_bytes (ticket_uid)',
  'CREATE INDEX activity_overlay_ticket ON activity_overlay (ticket_uid)',
  'CREATE TABLE seen (ticket_uid TEXT PRIMARY KEY, seen_at INTEGER NOT NULL) STRICT',
  'CREATE TABLE boot_seen (uid TEXT PRIMARY KEY) STRICT',
  'CREATE TABLE bare_ticket (uid TEXT PRIMARY KEY, id INTEGER NOT NULL) STRICT',
  'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT',
  ...searchTables,
  ...faqSearchTables,
];

/** Makes an empty file a replica. @returns false for one of another version. */
async function prepare(db: Kysely<ReplicaSchema>): Promise<boolean> {
  // Wherever the file lies: what leaves a user's view is overwritten, not only forgotten.
  await sql`PRAGMA secure_delete = ON`.execute(db);
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db);
  const version = rows[0]?.user_version ?? 0;
  if (version === schemaVersion) await refuseDamaged(db);
  if (version !== 0) return version === schemaVersion;
  await db.transaction().execute(async (transaction) => {
    for (const statement of tables) await sql.raw(statement).execute(transaction);
    await sql.raw(`PRAGMA user_version = ${schemaVersion}`).execute(transaction);
  });
  return true;
}

/** Pages up to which a file is looked through at each start: 32 MB, a fifth of a second. */
const lookedThroughPages = 8_192;

/** @throws where SQLite finds something wrong. The damage of a larger file shows when it is met. */
async function refuseDamaged(db: Kysely<ReplicaSchema>): Promise<void> {
  const { rows: sizes } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
  if ((sizes[0]?.page_count ?? 0) > lookedThroughPages) return;
  const { rows: found } = await sql<{ quick_check: string }>`PRAGMA quick_check(1)`.execute(db);
  if (found[0]?.quick_check !== 'ok') throw new Error(found[0]?.quick_check ?? 'Nothing could be checked');
}

/** Whether a failure tells of a file that says something else than was written. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && /^SQLITE_(?:CORRUPT|NOTADB)/.test(String(Reflect.get(error, 'code')));
}

/** The replica's file while it is open. */
export interface ReplicaFile {
  readonly db: Kysely<ReplicaSchema>;
  /** Deletes the file and goes on with a new, empty one, which everybody who holds `db` sees from then on. */
  remake: () => Promise<void>;
  /** Calls back for each read or write that meets damage. */
  onDamage: (listener: () => void) => void;
}

type FileHost = Pick<ReplicaHost, 'openReplica' | 'deleteReplica' | 'log'>;

/**
 * Opens the replica's file; one that is damaged or of another version is deleted and made anew. A large file is not
 * looked through, which would take seconds at each start.
 */
export async function openReplicaFile(host: FileHost): Promise<ReplicaFile> {
  let tellDamage = (): void => undefined;
  const dialect = new ExchangeableDialect();
  const db = new Kysely<ReplicaSchema>({
    dialect,
    log: (event) => {
      if (event.level === 'error' && isDamage(event.error)) tellDamage();
    },
  });
  const remake = async (): Promise<void> => {
    await dialect.close();
    await host.deleteReplica();
    await dialect.open(await host.openReplica());
    if (!(await prepare(db))) throw new Error('A new replica is of another version');
  };
  const onDamage = (listener: () => void): void => {
    tellDamage = listener;
  };
  try {
    await dialect.open(await host.openReplica());
    if (await prepare(db)) return { db, remake, onDamage };
    host.log('info', 'The replica is of another version and is fetched anew');
  } catch (error) {
    host.log('warn', 'The replica cannot be read and is fetched anew', { error: String(error) });
  }
  await remake();
  return { db, remake, onDamage };
}

/** The same for those who have no use for exchanging it. */
export async function openReplicaDatabase(host: FileHost): Promise<Kysely<ReplicaSchema>> {
  return (await openReplicaFile(host)).db;
}
