import { basename, join, resolve } from 'node:path';
import { createUidFactory } from '#shared/model/uid.ts';
import { parseWords, type Command } from '../commands/command.ts';
import { readDataDir } from '../config/read-config.ts';
import { openDataFolder } from '../process/data-folder.ts';
import { systemClock, systemRandom } from '../services.ts';
import { BackupFailed } from './backup-failed.ts';
import { backupName } from './backup-names.ts';
import { makeBackup } from './make-backup.ts';
import type { Manifest } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { markVerified, verifyBackup } from './verify-backup.ts';

/** Words about the desk's copies. */
export const backupCommands = {
  backup: {
    usage: 'Usage: waypost backup [--data-dir D] [--to FILE] [--with-secret]',
    run: async ({ args, env, print }) => {
      const { values } = parseWords(backupCommands.backup, args, 0);
      const dataDir = readDataDir(values['data-dir'], env);
      const now = systemClock.now();
      const to = values.to === undefined ? join(dataDir, 'backups', backupName(now)) : resolve(values.to);
      const manifest = await makeBackup({ dataDir, to, withSecret: values['with-secret'] === true, now });
      print(`Backed up and verified: ${to} (${describe(manifest)})`);
      if (manifest.attachments.missing > 0)
        print(`Warning: ${manifest.attachments.missing} attachments are missing in ${dataDir}`);
    },
  },
  verify: {
    usage: 'Usage: waypost verify FILE',
    run: async ({ args, print }) => {
      const file = fileOf(backupCommands.verify, args);
      const { manifest, faults } = await verifyBackup(file);
      if (faults.length > 0) throw new BackupFailed(`${file} is not good: ${faults.join('; ')}`);
      if (manifest === null) {
        print(
          `${file} can be read as a whole; without ${basename(file)}.json nothing is known to compare it with`,
        );
        return;
      }
      markVerified(file, manifest, systemClock.now());
      print(`Verified: ${file} (${describe(manifest)})`);
    },
  },
  restore: {
    usage: 'Usage: waypost restore FILE [--data-dir D]',
    run: async ({ args, env, print }) => {
      const backup = fileOf(backupCommands.restore, args);
      const dataDir = readDataDir(parseWords(backupCommands.restore, args, 1).values['data-dir'], env);
      const release = openDataFolder(dataDir);
      try {
        const mintUid = createUidFactory(systemClock, systemRandom);
        const order = { backup, dataDir, now: systemClock.now(), mintUid };
        const { asideDir, attachments } = await restoreBackup(order);
        const aside = asideDir === null ? 'there was none before' : `the one before is kept in ${asideDir}`;
        print(`Restored ${backup} to ${dataDir}; ${aside}. Consoles will send again what it lacks.`);
        if (attachments.missing > 0)
          print(`Warning: ${attachments.missing} attachments are missing beside the backup`);
      } finally {
        release();
      }
    },
  },
} satisfies Record<string, Command>;

const fileOf = (command: Command, args: readonly string[]): string =>
  resolve(parseWords(command, args, 1).positionals[0] ?? '');

function describe({ tables, size_bytes }: Manifest): string {
  const rows = (table: string): number => tables[table]?.rows ?? 0;
  const megabytes = (size_bytes / 1_000_000).toFixed(1);
  return `${rows('ticket')} tickets, ${rows('message')} messages, ${rows('user')} users, ${megabytes} MB`;
}
