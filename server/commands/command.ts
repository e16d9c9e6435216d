import { parseArgs } from 'node:util';
import type { Environment } from '../config/read-config.ts';
import { StartRefused } from '../process/start-refused.ts';

export interface CommandSurroundings {
  args: readonly string[];
  env: Environment;
  print: (line: string) => void;
}

/** What one of the words does that the program takes instead of flags. */
export interface Command {
  /** The line that its `--help`, and a call that does not fit, are answered with. */
  usage: string;
  run: (surroundings: CommandSurroundings) => Promise<void>;
}

/**
 * Reads a command's arguments.
 * @throws StartRefused with the usage where they do not fit
 */
export function parseWords({ usage }: Command, args: readonly string[], positionals: number) {
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
  throw new StartRefused(usage);
}
