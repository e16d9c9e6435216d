import { becomeChild } from '../bootstrap/child.mjs';

/**
 * Puts another program in this process's place: signals, exit code and process number are its own, and nothing of this
 * one stays in memory. Windows knows no such thing; there this process waits for the other.
 */
export function become(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const wholeEnv = { ...process.env, ...env };
  if (process.platform === 'win32' || process.execve === undefined) {
    becomeChild(file, args, { env: wholeEnv });
  } else {
    process.execve(file, [file, ...args], wholeEnv);
  }
}
