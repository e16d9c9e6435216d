import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrationByName } from '../database/migrate.ts';

/** Whether its first run came to its end: from then on there is something to lose. */
function isInUse(connection: Database.Database): boolean {
  const hasTables = connection
    .prepare(
      `select count(*) from sqlite_master where type = 'table' and name in ('kysely_migration', 'sync_head')`,
    )
    .pluck()
    .get();
  return hasTables === 2 && connection.prepare('select 1 from sync_head').get() !== undefined;
}

/**
 * The steps that a desk's file lacks, in order, read without changing it. None for a file that is not there yet, is no
 * desk in use, or was written by a newer version: opening it says so.
 */
export function findPendingMigrations(file: string): string[] {
  if (!existsSync(file)) return [];
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    if (!isInUse(connection)) return [];
    const applied = connection.prepare<[], { name: string }>('select name from kysely_migration').all();
    const names = new Set(applied.map(({ name }) => name));
    const isNewer = applied.some(({ name }) => !Object.hasOwn(migrationByName, name));
    return isNewer ? [] : Object.keys(migrationByName).filter((name) => !names.has(name));
  } finally {
    connection.close();
  }
}
