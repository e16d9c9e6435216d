import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../backup/backup-failed.ts';
import { backupName, databaseIn, manifestOf } from '../backup/backup-names.ts';
import { makeBackup } from '../backup/make-backup.ts';
import type { Manifest } from '../backup/manifest.ts';
import { openDatabase } from '../database/database.ts';
import { sqliteDialect } from '../database/dialects/sqlite.ts';
import { StartRefused } from '../process/start-refused.ts';
import { findPendingMigrations } from './pending-migrations.repo.ts';
import { findUpgradeFaults } from './self-check.ts';
import { takeBack } from './take-back.ts';

export interface UpgradeOrder {
  /** Locked by the caller: no other node runs on it. */
  dataDir: string;
  /** Where the copy from before goes. */
  backupDir: string;
  now: number;
  /** Brings a desk's file to this version; a test's own may fail. */
  bringUp?: (file: string) => Promise<void>;
}

export interface Upgraded {
  /** The steps that were taken, in order. */
  steps: readonly string[];
  /** The desk as it was before. */
  copy: string;
}

/** So many copies from before upgrades are kept, the newest. */
const keptCopies = 3;

/**
 * Brings a desk that an earlier version wrote to this one: a verified copy first, then the steps, then a check of the
 * whole. When a step or the check fails, the copy takes its place again. Null when there is nothing to do.
 * @throws StartRefused with the desk as it was
 */
export async function upgradeDesk(order: UpgradeOrder): Promise<Upgraded | null> {
  const { dataDir, backupDir, now, bringUp = bringUpToDate } = order;
  const steps = findPendingMigrations(databaseIn(dataDir));
  const [first] = steps;
  if (first === undefined) return null;
  const copy = join(backupDir, `before-${first}-${backupName(now)}`);
  const before = await copyFirst(order, copy);
  try {
    await bringUp(databaseIn(dataDir));
    const faults = findUpgradeFaults(databaseIn(dataDir), before);
    if (faults.length > 0) throw new Error(faults.join('; '));
  } catch (error) {
    refuse(order, { copy, before, reason: reasonOf(error) });
  }
  forgetOldCopies(backupDir);
  return { steps, copy };
}

async function copyFirst({ dataDir, now }: UpgradeOrder, to: string): Promise<Manifest> {
  try {
    return await makeBackup({ dataDir, to, withSecret: false, now });
  } catch (error) {
    throw new StartRefused(
      `The desk was not upgraded, for no copy of it could be made first. ${reasonOf(error)}`,
    );
  }
}

async function bringUpToDate(file: string): Promise<void> {
  const database = await openDatabase(sqliteDialect(file), () => undefined);
  await database.close();
}

interface Failure {
  copy: string;
  before: Manifest;
  reason: string;
}

function refuse({ dataDir, now }: UpgradeOrder, { copy, before, reason }: Failure): never {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  let faults: string[];
  try {
    faults = takeBack(dataDir, copy, before, `${stamp}Z`);
  } catch (error) {
    faults = [reasonOf(error)];
  }
  const outcome =
    faults.length === 0
      ? 'It was taken back: the desk is as it was, for the version that ran before'
      : `It could not be taken back either (${faults.join('; ')}): restore the copy from before, ${copy}`;
  throw new StartRefused(`The upgrade failed: ${reason}. ${outcome}`);
}

function forgetOldCopies(backupDir: string): void {
  const copies = readdirSync(backupDir)
    .filter((name) => /^before-.+-waypost-\d{8}T\d{6}Z\.sqlite$/.test(name))
    .toSorted((one, other) => (stampOf(one) < stampOf(other) ? 1 : -1));
  for (const name of copies.slice(keptCopies)) {
    for (const file of [join(backupDir, name), manifestOf(join(backupDir, name))])
      rmSync(file, { force: true });
  }
}

const stampOf = (name: string): string => name.slice(-'20261205T031500Z.sqlite'.length);
