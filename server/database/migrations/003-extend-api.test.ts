import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { parseSearch } from '#shared/model/search-query.ts';
import { createTestFolder } from '../../testing/test-folder.ts';
import { sqliteDialect } from '../dialects/sqlite.ts';
import { migrate } from '../migrate.ts';
import type { Schema } from '../schema.ts';

const columnsOf001 = {
  uid: 'u',
  ver: 1,
  source: 'web',
  origin: 'v1',
  subject: 'Help',
  description: 'Please',
  status: 'new',
  priority: 'medium',
  category: 'general',
  category_support: 'Other',
  category_admin: 'general',
  category_incident: 'PROBLEM',
  category_it: 'other',
  explicit_categories: '[]',
  auto_categorized: 0,
  confidence_score: 1,
  tags: '[]',
  assignee_ids: '[]',
  auto_assigned: 0,
  reassignment_count: 0,
  escalated: 0,
  response_due_manual: 0,
  audience_id: 1,
  created_at: 1,
  updated_at: 1,
};

test('a filled desk of the version before keeps its tickets, and what was set by hand stays so', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'waypost.sqlite');
  const dialect = sqliteDialect(file);
  const writer = new Kysely<Schema>({ dialect: dialect.writer() });
  await migrate(writer, dialect, '001-create-desk');
  const connection = new BetterSqlite3(file);
  connection.exec(`INSERT INTO audience (id, tokens) VALUES (1, 'admin')`);
  const insert = (row: Record<string, unknown>): unknown => {
    const names = Object.keys(row);
    const marks = names.map(() => '?').join(', ');
    return connection
      .prepare(`INSERT INTO ticket (${names.join(', ')}) VALUES (${marks})`)
      .run(...Object.values(row));
  };
  insert({ ...columnsOf001, id: 1, uid: 'a', code: 'TKTAAAAA', number: 'TKT-2026-001' });
  insert({
    ...columnsOf001,
    id: 2,
    uid: 'b',
    code: 'TKTBBBBB',
    number: 'TKT-2026-002',
    resolution_due_at: 9,
  });
  connection.close();
  await migrate(writer, dialect);
  const tickets = await writer
    .selectFrom('ticket')
    .select(['id', 'subject', 'resolution_due_at', 'resolution_due_manual', 'sla_policy_id'])
    .orderBy('id')
    .execute();
  expect(tickets).toEqual([
    { id: 1, subject: 'Help', resolution_due_at: null, resolution_due_manual: 0, sla_policy_id: null },
    { id: 2, subject: 'Help', resolution_due_at: 9, resolution_due_manual: 1, sla_policy_id: null },
  ]);
  const found = dialect.search.matching({ terms: parseSearch('please').terms, tags: [], requesters: [] }, 10);
  expect(
    await writer.selectFrom(found!.as('found')).select('found.id').orderBy('found.id').execute(),
  ).toEqual([{ id: 1 }, { id: 2 }]);
  await writer.destroy();
});
