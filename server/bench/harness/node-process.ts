import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { benchDir, nodeEntry } from './places.ts';

/** A node in a process of its own, as it is shipped. */
export interface NodeProcess extends AsyncDisposable {
  readonly url: string;
}

export interface NodeProcessOptions {
  dataDir: string;
  /** Names the CPU profile to write; null for none. */
  profile: string | null;
}

const startWaitMs = 30_000;

/** Starts the built node on a folder and waits until it accepts connections. */
export async function startNodeProcess({ dataDir, profile }: NodeProcessOptions): Promise<NodeProcess> {
  const profiling =
    profile === null
      ? []
      : [
          '--cpu-prof',
          `--cpu-prof-dir=${join(benchDir, 'profiles')}`,
          `--cpu-prof-name=${profile}.cpuprofile`,
        ];
  const child = spawn(process.execPath, [...profiling, nodeEntry, '--port', '0', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, WAYPOST_RATE_LIMIT: 'off', WAYPOST_HOST: '127.0.0.1', WAYPOST_DEMO: '0' },
  });
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')));
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const url = await readUrl(child, complaints);
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
      if (child.exitCode !== 0)
        throw new Error(`The node ended badly (${child.exitCode}): ${complaints.join('')}`);
    },
  };
}

function readUrl(child: ChildProcess, complaints: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const fail = (reason: string): void => reject(new Error(`${reason}: ${complaints.join('').trim()}`));
  const timer = setTimeout(() => fail('The node did not become ready'), startWaitMs);
  child.once('exit', (code) => fail(`The node ended with ${code} before it was ready`));
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Waypost is ready at (\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  }
  return promise.finally(() => clearTimeout(timer));
}
