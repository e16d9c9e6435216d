import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createUidFactory } from '#shared/model/uid.ts';
import { readDataDir, type Environment } from '../config/read-config.ts';
import { openDataFolder } from '../process/data-folder.ts';
import { StartRefused } from '../process/start-refused.ts';
import { systemClock, systemRandom } from '../services.ts';
import { BackupFailed } from './backup-failed.ts';
import { backupName } from './backup-names.ts';
import { makeBackup } from './make-backup.ts';
import type { Manifest } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { markVerified, verifyBackup } from './verify-backup.ts';

export interface CommandSurroundings {
  args: readonly string[];
  env: Environment;
  print: (line: string) => void;
}

type Command = (surroundings: CommandSurroundings) => Promise<void>;

const usage = {
  backup: 'Usage: waypost backup [--data-dir D] [--to FILE] [--with-secret]',
  verify: 'Usage: waypost verify FILE',
  restore: 'Usage: waypost restore FILE [--data-dir D]',
};

export type CommandName = keyof typeof usage;

export const isCommandName = (word: string | undefined): word is CommandName =>
  word !== undefined && Object.hasOwn(usage, word);

/** Runs one of the words that the program takes instead of flags. @returns whether it was done */
export async function runCommand(
  name: CommandName,
  surroundings: CommandSurroundings & { complain: (line: string) => void },
): Promise<boolean> {
  try {
    if (surroundings.args.includes('--help')) surroundings.print(usage[name]);
    else await commands[name](surroundings);
    return true;
  } catch (error) {
    const isExpected = error instanceof BackupFailed || error instanceof StartRefused;
    surroundings.complain(isExpected ? error.message : String(error));
    return false;
  }
}

const commands: Record<CommandName, Command> = {
  backup: async ({ args, env, print }) => {
    const { values } = parse('backup', args, 0);
    const dataDir = readDataDir(values['data-dir'], env);
    const now = systemClock.now();
    const to = values.to === undefined ? join(dataDir, 'backups', backupName(now)) : resolve(values.to);
    const manifest = await makeBackup({ dataDir, to, withSecret: values['with-secret'] === true, now });
    print(`Backed up and verified: ${to} (${describe(manifest)})`);
    if (manifest.attachments.missing > 0)
      print(`Warning: ${manifest.attachments.missing} attachments are missing in ${dataDir}`);
  },
  verify: async ({ args, print }) => {
    const file = fileOf('verify', args);
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
  restore: async ({ args, env, print }) => {
    const backup = fileOf('restore', args);
    const dataDir = readDataDir(parse('restore', args, 1).values['data-dir'], env);
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
};

const fileOf = (name: 'verify' | 'restore', args: readonly string[]): string =>
  resolve(parse(name, args, 1).positionals[0] ?? '');

function parse(name: CommandName, args: readonly string[], positionals: number) {
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'data-dir': { type: 'string' },
        to: { type: 'string' },
        'with-secret': { type: 'boolean' },
      },
    });
    if (parsed.positionals.length === positionals) return parsed;
  } catch {
    // The usage says more than the parser would.
  }
  throw new StartRefused(usage[name]);
}

function describe({ tables, size_bytes }: Manifest): string {
  const rows = (table: string): number => tables[table]?.rows ?? 0;
  const megabytes = (size_bytes / 1_000_000).toFixed(1);
  return `${rows('ticket')} tickets, ${rows('message')} messages, ${rows('user')} users, ${megabytes} MB`;
}
