import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestFolder } from '../testing/test-folder.ts';
import { openDatabase } from './database.ts';
import { sqliteDialect } from './dialects/sqlite.ts';

test('a migration that ends in the middle leaves nothing of itself, and the next start makes it whole', async () => {
  using folder = createTestFolder();
  const dialect = sqliteDialect(join(folder.path, 'waypost.sqlite'));
  // No column of a strict table may be of such a type; the first tables have none.
  const failing = { ...dialect, ddl: { ...dialect.ddl, real: 'NONSENSE' } };
  await expect(openDatabase(failing, () => undefined)).rejects.toThrow(/NONSENSE/);
  const database = await openDatabase(dialect, () => undefined);
  expect(await database.db.selectFrom('ticket').select('id').execute()).toEqual([]);
  await database.close();
});
