import { spawn } from 'node:child_process';
import { root } from '../bootstrap/root.mjs';

export interface Outcome {
  readonly exitCode: number;
  /** What it wrote to both streams, in order. */
  readonly output: string;
}

export interface QuietOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the program when it takes longer. */
  readonly timeoutMs?: number;
}

/** Runs a program at the top of the repository and keeps its output back, for the caller to show if it matters. */
export function runQuietly(
  file: string,
  args: readonly string[],
  options: QuietOptions = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ exitCode: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
