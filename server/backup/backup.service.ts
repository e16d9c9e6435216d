import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#shared/model/clock.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { BackupSettings } from '../config/config.ts';
import { BackupFailed } from './backup-failed.ts';
import { backupName, isBackupName, manifestOf, secretOf } from './backup-names.ts';
import { makeInWorker } from './make-in-worker.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { chooseExpired } from './rotation.ts';

export interface StoredBackup extends Manifest {
  name: string;
}

export interface BackupServiceDeps {
  dataDir: string;
  settings: BackupSettings;
  clock: Clock;
}

/** The node's own backups, in one folder. One is made at a time. */
export class BackupService {
  readonly #deps: BackupServiceDeps;
  readonly #ending = new AbortController();
  #underWay: Promise<StoredBackup> | null = null;

  constructor(deps: BackupServiceDeps) {
    this.#deps = deps;
  }

  get settings(): BackupSettings {
    return this.#deps.settings;
  }

  /** Those that were verified, the newest first. */
  list(): StoredBackup[] {
    const { dir } = this.#deps.settings;
    if (!existsSync(dir)) return [];
    return readdirSync(dir)
      .filter(isBackupName)
      .toSorted()
      .toReversed()
      .flatMap((name) => {
        const manifest = readManifest(join(dir, name));
        return manifest === null ? [] : [{ name, ...manifest }];
      });
  }

  /** @throws DeskError `conflict` while another one is made, `unavailable` when the disk or the folder refuses. */
  async make(): Promise<StoredBackup> {
    if (this.#underWay !== null) throw new DeskError('conflict', 'A backup is being made already');
    this.#underWay = this.#make();
    try {
      return await this.#underWay;
    } catch (error) {
      throw error instanceof BackupFailed
        ? new DeskError('unavailable', error.message, { cause: error })
        : error;
    } finally {
      this.#underWay = null;
    }
  }

  /** Removes those that the newer ones have made superfluous. */
  rotate(): void {
    const { dir, keep } = this.#deps.settings;
    for (const { name } of chooseExpired(this.list(), keep)) {
      const backup = join(dir, name);
      for (const file of [backup, manifestOf(backup), secretOf(backup)]) rmSync(file, { force: true });
    }
  }

  /** Gives up the one that is being made. */
  async close(): Promise<void> {
    this.#ending.abort();
    await this.#underWay?.catch(() => undefined);
  }

  async #make(): Promise<StoredBackup> {
    const { dataDir, settings, clock } = this.#deps;
    const now = clock.now();
    const name = backupName(now);
    const order = { dataDir, to: join(settings.dir, name), withSecret: false, now };
    return { name, ...(await makeInWorker(order, this.#ending.signal)) };
  }
}
