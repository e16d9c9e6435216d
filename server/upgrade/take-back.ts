import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { databaseIn } from '../backup/backup-names.ts';
import { checkDatabase } from '../backup/database-check.repo.ts';
import { discardDatabase, putInPlace, syncFolder } from '../backup/durable-file.ts';
import type { Manifest } from '../backup/manifest.ts';
import { findDifferences } from '../backup/verify-backup.ts';

/**
 * Puts the copy from before an upgrade back in its place and reads it again. The file on which the upgrade failed is
 * kept in a folder of its own, for whoever finds out why.
 * @returns what is wrong with the desk now, in words; nothing when it is as it was
 */
export function takeBack(dataDir: string, copy: string, before: Manifest, stamp: string): string[] {
  const present = databaseIn(dataDir);
  const failedDir = join(dataDir, `failed-upgrade-${stamp}`);
  const fresh = join(dataDir, `.taking-back-${process.pid}.part`);
  copyFileSync(copy, fresh);
  mkdirSync(failedDir, { mode: 0o700 });
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(present + end)) renameSync(present + end, join(failedDir, basename(present) + end));
  }
  syncFolder(failedDir);
  putInPlace(fresh, present);
  discardDatabase(fresh);
  const { faults, tableByName } = checkDatabase(present);
  return faults.length > 0 ? faults : findDifferences(before.tables, tableByName);
}
