import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { migrationByName } from '../database/migrate.ts';
import { countMissing } from './attachment-copies.ts';
import { manifestOf } from './backup-names.ts';
import { checkDatabase, type DatabaseCheck } from './database-check.repo.ts';
import { writeDurably } from './durable-file.ts';
import { readManifest, type Manifest } from './manifest.ts';
import type { TableHash } from './table-hash.repo.ts';

export interface Verified {
  check: DatabaseCheck;
  /** Null for a file that came without one: its own pages are all that was checked then. */
  manifest: Manifest | null;
  /** What is wrong, in words; nothing when the backup is good. */
  faults: string[];
}

/** Reads a backup as a whole and compares it with what was written down when it was made. Changes nothing. */
export async function verifyBackup(backup: string): Promise<Verified> {
  const manifest = readManifest(backup);
  const check = checkDatabase(backup);
  const faults = [...check.faults];
  if (check.migration !== null && !Object.hasOwn(migrationByName, check.migration))
    faults.push(`it was written by a newer Waypost (it has "${check.migration}")`);
  if (manifest !== null && faults.length === 0) {
    if ((await hashFile(backup)) !== manifest.sha256) faults.push('it is not the file that was written');
    faults.push(...findDifferences(manifest.tables, check.tableByName));
    const missing = countMissing(check.attachmentHashes, dirname(backup));
    if (missing > manifest.attachments.missing) faults.push(`${missing} attachments are missing beside it`);
  }
  return { check, manifest, faults };
}

/** Writes down that the backup was found good. */
export function markVerified(backup: string, manifest: Manifest, now: number): void {
  writeDurably(manifestOf(backup), `${JSON.stringify({ ...manifest, verified_at: now }, null, 2)}\n`);
}

/** The tables that do not hold the same rows in both. */
export function findDifferences(
  expected: Record<string, TableHash>,
  found: Record<string, TableHash>,
): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return names
    .filter((name) => expected[name]?.hash !== found[name]?.hash)
    .map(
      (name) => `the table ${name} is not what it was (${count(found[name])} of ${count(expected[name])})`,
    );
}

const count = (table: TableHash | undefined): string => `${table?.rows ?? 0} rows`;

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
