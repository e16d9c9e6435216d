import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { createTestFolder } from '../../testing/test-folder.ts';
import { sqliteDialect } from '../dialects/sqlite.ts';
import { migrate } from '../migrate.ts';
import type { Schema } from '../schema.ts';

test('a filled desk of the version before keeps its rows, and a key of another system stands for one ticket', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'waypost.sqlite');
  const dialect = sqliteDialect(file);
  const writer = new Kysely<Schema>({ dialect: dialect.writer() });
  await migrate(writer, dialect, '004-open-channels');
  const connection = new BetterSqlite3(file);
  connection.exec(`INSERT INTO audience (id, tokens) VALUES (1, 'admin')`);
  connection.exec(`INSERT INTO ticket (id, uid, ver, code, number, source, origin, subject, description, status, priority,
    category, category_support, category_admin, category_incident, category_it, explicit_categories, auto_categorized,
    confidence_score, tags, assignee_ids, auto_assigned, reassignment_count, escalated, response_due_manual, audience_id,
    closed_at, created_at, updated_at) VALUES (1, 'a', 1, 'TKTAAAAA', 'N-1', 'web', 'v1', 'Help', 'Please', 'closed',
    'medium', 'general', 'Other', 'general', 'PROBLEM', 'other', '[]', 0, 1, '[]', '[]', 0, 0, 0, 0, 1, 5, 1, 5)`);
  connection.exec(`INSERT INTO audit_log (action, target_type, target_id, metadata, created_at)
    VALUES ('ticket_updated', 'ticket', '1', '{}', 1)`);
  await migrate(writer, dialect);
  expect(connection.prepare('SELECT subject, closed_at FROM ticket').all()).toEqual([
    { subject: 'Help', closed_at: 5 },
  ]);
  connection.exec(`INSERT INTO csv_import (file_name, state, columns, rows_total, rows_done, rows_new, rows_known, rows_bad,
    created_at, updated_at) VALUES ('a.csv', 'running', '{}', 0, 0, 0, 0, 0, 1, 1)`);
  const insert = connection.prepare(
    `INSERT INTO imported_ticket (external_key, ticket_id, import_id) VALUES ('A-1', 1, 1)`,
  );
  insert.run();
  expect(() => insert.run()).toThrow(/UNIQUE/);
  connection.close();
  await writer.destroy();
});
