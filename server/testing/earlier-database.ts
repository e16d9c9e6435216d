import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { sqliteDialect } from '../database/dialects/sqlite.ts';
import { migrate } from '../database/migrate.ts';
import type { Schema } from '../database/schema.ts';
import { createTestFolder } from './test-folder.ts';

/** A desk's file as an earlier version left it, and the way from there to the present. */
export interface EarlierDatabase extends Disposable {
  /** The file itself; open for the whole test. */
  sqlite: BetterSqlite3.Database;
  /** Brings it to the present schema, or to `upTo`. */
  migrate: (upTo?: string) => Promise<void>;
}

/** Rows that every version has: a colleague, a ticket with a message and a file, an answer. Written as of version 001. */
const rows = [
  `INSERT INTO user (uid, ver, username, full_name, first_name, last_name, role, is_active, is_approved, is_available,
    agent_capacity, created_at, updated_at)
    VALUES ('01920000-0000-7000-8000-000000000001', 1, 'ada', 'Ada Quill', 'Ada', 'Quill', 'admin', 1, 1, 1, 5, 1, 1)`,
  "INSERT INTO audience (tokens) VALUES ('admin q:payment')",
  `INSERT INTO ticket (uid, ver, code, number, source, origin, subject, description, status, priority, category,
    category_support, category_admin, category_incident, category_it, explicit_categories, auto_categorized,
    confidence_score, tags, assignee_ids, auto_assigned, reassignment_count, escalated, response_due_manual,
    audience_id, created_at, updated_at)
    VALUES ('01920000-0000-7000-8000-000000000002', 3, 'TKTAAAAA', 'TKT-2026-0001', 'web', 'v1', 'Refund',
    'Where is it?', 'opened', 'high', 'payment', 'Payment', 'payment', 'payment', 'billing', '[]', 0, 1, '["vip"]', '[]',
    0, 0, 0, 0, 1, 2, 2)`,
  `INSERT INTO message (uid, ver, ticket_id, sender_type, sender_name, visibility, text, created_at)
    VALUES ('01920000-0000-7000-8000-000000000003', 1, 1, 'user', 'Robin', 'public', 'Where is it?', 2)`,
  `INSERT INTO attachment (uid, ver, ticket_id, message_id, file_name, content_type, size_bytes, content_hash,
    visibility, created_at)
    VALUES ('01920000-0000-7000-8000-000000000004', 1, 1, 1, 'bill.png', 'image/png', 5, 'abc', 'public', 2)`,
  `INSERT INTO faq (uid, ver, question, answer, category, tags, is_active, view_count, created_at, updated_at)
    VALUES ('01920000-0000-7000-8000-000000000005', 1, 'When?', 'Soon.', 'payment', '[]', 1, 4, 1, 1)`,
];

/** `using earlier = await createEarlierDatabase('001-create-desk')`: filled, and at exactly that version. */
export async function createEarlierDatabase(version: string): Promise<EarlierDatabase> {
  const folder = createTestFolder();
  const path = join(folder.path, 'waypost.sqlite');
  const dialect = sqliteDialect(path);
  const run = async (upTo?: string): Promise<void> => {
    const writer = new Kysely<Schema>({ dialect: dialect.writer() });
    await migrate(writer, dialect, upTo);
    await writer.destroy();
  };
  await run('001-create-desk');
  const sqlite = new BetterSqlite3(path);
  for (const row of rows) sqlite.exec(row);
  await run(version);
  return {
    sqlite,
    migrate: run,
    [Symbol.dispose]: () => {
      sqlite.close();
      folder[Symbol.dispose]();
    },
  };
}
