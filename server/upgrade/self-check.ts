import { checkDatabase } from '../backup/database-check.repo.ts';
import type { Manifest } from '../backup/manifest.ts';
import { migrationByName } from '../database/migrate.ts';

/** What people wrote: no step of the schema may ever lose a row of these. */
const keptTables = ['user', 'ticket', 'message', 'activity', 'attachment', 'faq', 'audit_log'] as const;

/** Reads an upgraded desk as a whole; what is wrong with it, in words. */
export function findUpgradeFaults(file: string, before: Pick<Manifest, 'tables'>): string[] {
  const { faults, migration, tableByName } = checkDatabase(file);
  if (faults.length > 0) return faults;
  const newest = Object.keys(migrationByName).at(-1);
  return [
    ...(migration === newest
      ? []
      : [`it ended at ${migration ?? 'nothing'} instead of ${newest ?? 'nothing'}`]),
    ...keptTables.flatMap((table) => {
      const [had, has] = [before.tables[table]?.rows ?? 0, tableByName[table]?.rows ?? 0];
      return has < had ? [`${had - has} of ${had} rows of ${table} are gone`] : [];
    }),
  ];
}
