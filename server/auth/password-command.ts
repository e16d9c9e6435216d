import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseWords, type Command } from '../commands/command.ts';
import { readDataDir } from '../config/read-config.ts';
import { loadSigningSecret } from '../config/signing-secret.ts';
import { openDatabase } from '../database/database.ts';
import { sqliteDialect } from '../database/dialects/sqlite.ts';
import { openDataFolder } from '../process/data-folder.ts';
import { generatePassword } from '../process/generate-password.ts';
import { StartRefused } from '../process/start-refused.ts';
import { upgradeDesk } from '../upgrade/upgrade-desk.ts';
import { createServices, systemRandom } from '../services.ts';

/**
 * Gives a user a new password and prints it once: for whoever owns the data folder when nobody can sign in any more.
 * The node must be stopped, so that no session of the old password goes on.
 */
export const passwordCommand: Command = {
  usage: 'Usage: waypost password USERNAME [--data-dir D]',
  run: async ({ args, env, print }) => {
    const { positionals, values } = parseWords(passwordCommand, args, 1);
    const [login = ''] = positionals;
    const dataDir = readDataDir(values['data-dir'], env);
    const file = join(dataDir, 'waypost.sqlite');
    if (!existsSync(file)) throw new StartRefused(`There is no desk in ${dataDir}`);
    const release = openDataFolder(dataDir);
    try {
      await upgradeDesk({ dataDir, backupDir: join(dataDir, 'backups'), now: Date.now() });
      const database = await openDatabase(sqliteDialect(file), (error) => {
        throw error;
      });
      try {
        const { auth } = createServices(database, { signingSecret: loadSigningSecret(dataDir) });
        const password = generatePassword(systemRandom);
        const username = await auth.resetPassword(login, password);
        if (username === null) throw new StartRefused(`There is no user ${login} in ${dataDir}`);
        print(`New password: ${username} / ${password}`);
      } finally {
        await database.close();
      }
    } finally {
      release();
    }
  },
};
