import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { DatabaseDialect } from './dialects/dialect.ts';
import { createDesk } from './migrations/001-create-desk.ts';
import { addDeskColumns } from './migrations/002-add-desk-columns.ts';
import { extendApi } from './migrations/003-extend-api.ts';
import { openChannels } from './migrations/004-open-channels.ts';
import { serveAdmins } from './migrations/005-serve-admins.ts';
import { routeCategories } from './migrations/009-route-categories.ts';
import { traceNumbers } from './migrations/010-trace-numbers.ts';
import type { NodeMigration } from './migrations/migration.ts';
import type { Schema } from './schema.ts';

/** Every migration in order; names are kept for ever once released. */
export const migrationByName: Record<string, NodeMigration> = {
  '001-create-desk': createDesk,
  '002-add-desk-columns': addDeskColumns,
  '003-extend-api': extendApi,
  '004-open-channels': openChannels,
  '005-serve-admins': serveAdmins,
  '009-route-categories': routeCategories,
  '010-trace-numbers': traceNumbers,
};

/** The database holds migrations that this version does not know: it was written by a newer Waypost. */
export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew';
  readonly migration: string;
  constructor(migration: string) {
    super(`The database was written by a newer Waypost (it has "${migration}")`);
    this.migration = migration;
  }
}

/** Brings the database to this version's schema, or to `upTo` (used by tests of single migrations). */
export async function migrate(
  writer: Kysely<Schema>,
  dialect: DatabaseDialect,
  upTo?: string,
): Promise<void> {
  const migrations = Object.fromEntries(
    Object.entries(migrationByName).map(([name, build]) => [name, build(dialect)]),
  );
  const migrator = new Migrator({
    db: writer,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const applied = await listApplied(writer);
  const unknown = applied.find((name) => !Object.hasOwn(migrationByName, name));
  if (unknown !== undefined) throw new DatabaseTooNew(unknown);
  // The migrator looks at every table twice to find out the same.
  if (upTo === undefined && applied.length === Object.keys(migrationByName).length) return;
  const { error } = upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (error !== undefined) throw error;
}

async function listApplied(writer: Kysely<Schema>): Promise<string[]> {
  const tables = await writer.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(writer);
  return rows.map(({ name }) => name);
}
