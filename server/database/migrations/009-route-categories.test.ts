import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { createTestFolder } from '../../testing/test-folder.ts';
import { sqliteDialect } from '../dialects/sqlite.ts';
import { migrate } from '../migrate.ts';
import type { Schema } from '../schema.ts';

test('a filled desk of the version before keeps its macros, and a word leads to one department', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'waypost.sqlite');
  const dialect = sqliteDialect(file);
  const writer = new Kysely<Schema>({ dialect: dialect.writer() });
  await migrate(writer, dialect, '005-serve-admins');
  const connection = new BetterSqlite3(file);
  connection.exec(`INSERT INTO audience (id, tokens) VALUES (1, 'admin');
    INSERT INTO "user" (id, uid, ver, username, full_name, first_name, last_name, role, is_active, is_approved, is_available, agent_capacity,
      created_at, updated_at) VALUES (1, 'u', 1, 'ada', 'Ada Quill', 'Ada', 'Quill', 'agent', 1, 1, 1, 5, 1, 1);
    INSERT INTO desk_item (id, uid, ver, kind, owner_id, visibility, name, body, audience_id, created_at, updated_at)
      VALUES (1, 'm', 1, 'macro', 1, 'all', 'Refund', '{}', 1, 1, 1)`);
  await migrate(writer, dialect);
  expect(connection.prepare('SELECT name FROM desk_item').all()).toEqual([{ name: 'Refund' }]);
  connection.exec('INSERT INTO item_use (item_id, user_id, tickets, used_at) VALUES (1, 1, 3, 5)');
  const route = connection.prepare(
    `INSERT INTO category_route VALUES ('support', 'Damaged', 'payment', 1, 1)`,
  );
  route.run();
  expect(() => route.run()).toThrow(/UNIQUE/);
  connection.close();
  await writer.destroy();
});
