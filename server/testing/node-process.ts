import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const entry = join(import.meta.dirname, '../start.ts');

export interface NodeProcessOptions {
  dataDir: string;
  args?: readonly string[];
  env?: Record<string, string>;
}

/** A node in a process of its own, run from the source, on a port that the system chooses unless told otherwise. */
export interface NodeProcess extends AsyncDisposable {
  child: ChildProcess;
  /** Settles with its address, or fails with everything it said when it ended instead. */
  ready: Promise<string>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
  output: () => string;
  errors: () => string;
}

/** `await using node = startNodeProcess(…)`: killed at the end of the test if it still runs. */
export function startNodeProcess({ dataDir, args = [], env = {} }: NodeProcessOptions): NodeProcess {
  const ownPort = args.includes('--port') ? [] : ['--port', '0'];
  const child = spawn(process.execPath, [entry, '--data-dir', dataDir, ...ownPort, ...args], {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  let errors = '';
  const address = Promise.withResolvers<string>();
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    const url = /^Waypost is ready at (\S+)$/m.exec(output)?.[1];
    if (url !== undefined) address.resolve(url);
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const ended = waitForEnd(child).then((how) => {
    address.reject(new Error(`The node ended before it was ready:\n${output}${errors}`));
    return how;
  });
  // A test that expects a refused start never asks for the address.
  address.promise.catch(() => undefined);
  return {
    child,
    ready: address.promise,
    ended,
    output: () => output,
    errors: () => errors,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Once it is gone and everything it said has been read. */
async function waitForEnd(child: ChildProcess): Promise<number | NodeJS.Signals> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null && !stream.closed) await once(stream, 'close');
  }
  return code ?? signal ?? 1;
}
