import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyAttachments } from './attachment-copies.ts';
import { BackupFailed, reasonOf } from './backup-failed.ts';
import { databaseIn, manifestOf, secretIn, secretOf } from './backup-names.ts';
import { checkDatabase } from './database-check.repo.ts';
import { copyDatabase } from './database-copy.repo.ts';
import { discardDatabase, putInPlace, writeDurably } from './durable-file.ts';
import type { Manifest } from './manifest.ts';
import { findDifferences, hashFile } from './verify-backup.ts';

export interface BackupOrder {
  dataDir: string;
  /** The file to write; its folder is made when it is not there. */
  to: string;
  withSecret: boolean;
  now: number;
}

/** A part that nobody has written to for this long was left by a process that was killed. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

/** Where a backup grows until it has proved itself. */
export const partOf = ({ to, now }: Pick<BackupOrder, 'to' | 'now'>): string =>
  join(dirname(to), `.waypost-${process.pid}-${now}.part`);

/**
 * Copies the desk as it is at one moment, whoever uses it meanwhile, and reads the copy back: pages, references, and a
 * hash of every table against the source. Only a copy that proved itself gets its name.
 * @throws BackupFailed with nothing left behind
 */
export async function makeBackup({ dataDir, to, withSecret, now }: BackupOrder): Promise<Manifest> {
  const part = partOf({ to, now });
  try {
    if (!existsSync(databaseIn(dataDir))) throw new BackupFailed(`There is no desk in ${dataDir}`);
    if (existsSync(to)) throw new BackupFailed(`${to} is there already`);
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    removeAbandoned(dirname(to), now);
    const manifest = await copyAndCheck({ dataDir, to, withSecret, now }, part);
    if (withSecret) writeDurably(secretOf(to), readFileSync(secretIn(dataDir), 'utf8'));
    putInPlace(part, to);
    writeDurably(manifestOf(to), `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } catch (error) {
    if (error instanceof BackupFailed) throw error;
    for (const file of [to, manifestOf(to), secretOf(to)]) discardDatabase(file);
    throw new BackupFailed(`No backup was made: ${reasonOf(error)}`, { cause: error });
  } finally {
    discardDatabase(part);
  }
}

async function copyAndCheck({ dataDir, to, withSecret, now }: BackupOrder, part: string): Promise<Manifest> {
  const { tableByName } = await copyDatabase(databaseIn(dataDir), part);
  const check = checkDatabase(part);
  const faults = [...check.faults, ...findDifferences(tableByName, check.tableByName)];
  if (faults.length > 0)
    throw new BackupFailed(`No backup was made: the copy is not good, ${faults.join('; ')}`);
  const attachments = copyAttachments(check.attachmentHashes, dataDir, dirname(to));
  return {
    format: 1,
    made_at: now,
    verified_at: now,
    size_bytes: statSync(part).size,
    sha256: await hashFile(part),
    migration: check.migration ?? '',
    epoch: check.epoch ?? '',
    head: check.head,
    tables: tableByName,
    attachments,
    has_secret: withSecret,
  };
}

function removeAbandoned(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    if (!/^\.waypost-\d+-\d+\.part/.test(name)) continue;
    const path = join(folder, name);
    if (statSync(path).mtimeMs < now - abandonedAfterMs) rmSync(path, { force: true });
  }
}
