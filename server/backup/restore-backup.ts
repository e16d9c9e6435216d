import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { UidFactory } from '#shared/model/uid.ts';
import { openDatabase } from '../database/database.ts';
import { sqliteDialect } from '../database/dialects/sqlite.ts';
import { newEpoch } from '../sync/change-log.repo.ts';
import { copyAttachments, type AttachmentCopies } from './attachment-copies.ts';
import { BackupFailed, reasonOf } from './backup-failed.ts';
import { databaseIn, secretIn, secretOf } from './backup-names.ts';
import { discardDatabase, putInPlace, syncFolder, writeDurably } from './durable-file.ts';
import { settleWal } from './settle-wal.repo.ts';
import { verifyBackup, type Verified } from './verify-backup.ts';

export interface RestoreOrder {
  backup: string;
  /** Locked by the caller: no node runs on it. */
  dataDir: string;
  now: number;
  mintUid: UidFactory;
}

export interface Restored {
  verified: Verified;
  /** Where the replaced database lies now; null when there was none. */
  asideDir: string | null;
  attachments: AttachmentCopies;
}

/**
 * Puts a backup in the place of the desk's database, as a new incarnation of it: consoles notice, and send again what
 * it lacks. The database that was there is kept aside.
 * @throws BackupFailed with the desk as it was
 */
export async function restoreBackup({ backup, dataDir, now, mintUid }: RestoreOrder): Promise<Restored> {
  if (!existsSync(backup)) throw new BackupFailed(`Nothing was restored: there is no file ${backup}`);
  const verified = await verifyBackup(backup);
  if (verified.faults.length > 0)
    throw new BackupFailed(
      `Nothing was restored: ${basename(backup)} is not good, ${verified.faults.join('; ')}`,
    );
  const fresh = join(dataDir, `.restoring-${process.pid}.part`);
  try {
    copyFileSync(backup, fresh);
    await makeNewIncarnation(fresh, mintUid);
    const attachments = copyAttachments(verified.check.attachmentHashes, dirname(backup), dataDir);
    bringSecretBack(backup, dataDir);
    const asideDir = setAside(dataDir, now);
    putInPlace(fresh, databaseIn(dataDir));
    return { verified, asideDir, attachments };
  } catch (error) {
    throw new BackupFailed(`Nothing was restored: ${reasonOf(error)}`, { cause: error });
  } finally {
    discardDatabase(fresh);
  }
}

/** Opening it also brings it to this version's schema. */
async function makeNewIncarnation(file: string, mintUid: UidFactory): Promise<void> {
  const database = await openDatabase(sqliteDialect(file), () => undefined);
  try {
    await database.write((tx) => newEpoch(tx, mintUid));
  } finally {
    await database.close();
  }
}

/** A secret that is there stays: with another one everybody would have to sign in again. */
function bringSecretBack(backup: string, dataDir: string): void {
  if (existsSync(secretIn(dataDir)) || !existsSync(secretOf(backup))) return;
  writeDurably(secretIn(dataDir), readFileSync(secretOf(backup), 'utf8'));
}

/**
 * Gives the present database a second name in a folder of its own. Its log of pages, if the database is too damaged to
 * take it in, goes along: left in place it would be taken for that of the restored one.
 */
function setAside(dataDir: string, now: number): string | null {
  const present = databaseIn(dataDir);
  if (!existsSync(present)) return null;
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  const asideDir = join(dataDir, `replaced-${stamp}Z`);
  mkdirSync(asideDir, { mode: 0o700 });
  const aside = join(asideDir, basename(present));
  // First of all: SQLite throws a log away that it cannot make sense of.
  if (existsSync(`${present}-wal`)) copyFileSync(`${present}-wal`, `${aside}-wal`);
  if (settleWal(present)) rmSync(`${aside}-wal`, { force: true });
  try {
    linkSync(present, aside);
  } catch {
    copyFileSync(present, aside);
  }
  for (const end of ['-wal', '-shm']) rmSync(present + end, { force: true });
  syncFolder(asideDir);
  syncFolder(dataDir);
  return asideDir;
}
