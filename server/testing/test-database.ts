import { join } from 'node:path';
import { openDatabase, type Database } from '../database/database.ts';
import { sqliteDialect } from '../database/dialects/sqlite.ts';
import { createTestFolder } from './test-folder.ts';

/** A migrated database on a real file of its own. */
export interface TestDatabase extends AsyncDisposable {
  database: Database;
  file: string;
  /** Faults of effects that ran after a commit. */
  effectErrors: unknown[];
}

/** `await using store = await createTestDatabase()`: closed and removed at the end of the test. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const folder = createTestFolder();
  const file = join(folder.path, 'waypost.sqlite');
  const effectErrors: unknown[] = [];
  const database = await openDatabase(sqliteDialect(file), (error) => effectErrors.push(error));
  return {
    database,
    file,
    effectErrors,
    [Symbol.asyncDispose]: async () => {
      await database.close();
      folder[Symbol.dispose]();
    },
  };
}
