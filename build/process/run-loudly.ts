import { spawn } from 'node:child_process';
import { root } from '../bootstrap/root.mjs';

/** Runs this Node at the top of the repository with its output on the terminal; answers the exit code. */
export function runLoudly(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
