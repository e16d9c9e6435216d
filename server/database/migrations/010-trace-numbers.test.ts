import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { createTestFolder } from '../../testing/test-folder.ts';
import { sqliteDialect } from '../dialects/sqlite.ts';
import { migrate } from '../migrate.ts';
import type { Schema } from '../schema.ts';

test('tickets that were imported before came when their import was last worked on', async () => {
  using folder = createTestFolder();
  const file = join(folder.path, 'waypost.sqlite');
  const dialect = sqliteDialect(file);
  const writer = new Kysely<Schema>({ dialect: dialect.writer() });
  await migrate(writer, dialect, '009-route-categories');
  const connection = new BetterSqlite3(file);
  connection.pragma('foreign_keys = off');
  connection.exec(`INSERT INTO csv_import (id, file_name, state, columns, rows_total, rows_done, rows_new, rows_known,
      rows_bad, created_by, created_at, updated_at) VALUES (1, 'a.csv', 'done', '{}', 1, 1, 1, 0, 0, NULL, 5, 9);
    INSERT INTO imported_ticket (external_key, ticket_id, import_id) VALUES ('Z-1', 7, 1)`);
  await migrate(writer, dialect);
  expect(connection.prepare('SELECT * FROM imported_ticket').all()).toEqual([
    { external_key: 'Z-1', ticket_id: 7, import_id: 1, imported_at: 9 },
  ]);
  const use = connection.prepare(
    'INSERT INTO item_use_ticket (item_id, used_at, ticket_id) VALUES (1, 5, 7)',
  );
  use.run();
  expect(() => use.run()).toThrow(/UNIQUE/);
  connection.close();
  await writer.destroy();
});
