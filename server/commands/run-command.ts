import { passwordCommand } from '../auth/password-command.ts';
import { backupCommands } from '../backup/backup-commands.ts';
import { BackupFailed } from '../backup/backup-failed.ts';
import { healthCommand } from '../process/health-command.ts';
import { StartRefused } from '../process/start-refused.ts';
import type { Command, CommandSurroundings } from './command.ts';

const commands = { ...backupCommands, password: passwordCommand, health: healthCommand } satisfies Record<
  string,
  Command
>;

export type CommandName = keyof typeof commands;

export const isCommandName = (word: string | undefined): word is CommandName =>
  word !== undefined && Object.hasOwn(commands, word);

/** Runs one of the words that the program takes instead of flags. @returns whether it was done */
export async function runCommand(
  name: CommandName,
  surroundings: CommandSurroundings & { complain: (line: string) => void },
): Promise<boolean> {
  const command: Command = commands[name];
  try {
    if (surroundings.args.includes('--help')) surroundings.print(command.usage);
    else await command.run(surroundings);
    return true;
  } catch (error) {
    const isExpected = error instanceof BackupFailed || error instanceof StartRefused;
    surroundings.complain(isExpected ? error.message : String(error));
    return false;
  }
}
