import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConsoleArgs, ConsoleCall, ConsoleResult } from '#shared/protocol/ipc.ts';
import type { SyncStatus } from '#shared/protocol/sync-status.ts';
import type { Result } from '#shared/protocol/result.ts';
import { consoleWord, type ConsoleAsk, type ConsoleStart } from './console-contract.ts';

const entry = join(import.meta.dirname, 'console-process.ts');
const liveWithinMs = 30_000;
const lookEveryMs = 20;

/** A console whose process may end at any moment, and comes back on the same files. */
export class FaultyConsole {
  readonly folder: string;
  readonly #answerById = new Map<number, (result: Result<unknown> | null) => void>();
  #nodeUrl: string;
  #child: ChildProcess | undefined;
  #nextId = 1;
  #said = '';

  constructor(folder: string, nodeUrl: string) {
    this.folder = folder;
    this.#nodeUrl = nodeUrl;
  }

  get process(): ChildProcess {
    if (this.#child === undefined) throw new Error('The console does not run');
    return this.#child;
  }

  /** What it wrote to its log since it was started last. */
  get log(): string {
    return this.#said;
  }

  async start(pageLimit: number | null = null): Promise<void> {
    const start: ConsoleStart = { folder: this.folder, nodeUrl: this.#nodeUrl, pageLimit };
    const child = spawn(process.execPath, [entry, JSON.stringify(start)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#said = '';
    child.stderr?.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    const ready = Promise.withResolvers<void>();
    child.on('message', (message) => {
      const word = consoleWord.parse(message);
      if (word.kind === 'ready') ready.resolve();
      else this.#settle(word.id, word.result as Result<unknown>);
    });
    child.once('exit', (code, signal) => {
      this.#said += `The process ended with ${code ?? signal}\n`;
      ready.reject(new Error(`The console ended before it was ready:\n${this.#said}`));
      for (const id of this.#answerById.keys()) this.#settle(id, null);
    });
    await ready.promise;
  }

  /** As `start`, for one that is killed while it opens. @returns whether it got as far as being ready */
  async startOrDie(): Promise<boolean> {
    try {
      await this.start();
      return true;
    } catch {
      return false;
    }
  }

  /** Null when the process ended first: nothing is known then. */
  async ask<Call extends ConsoleCall>(
    name: Call,
    args: ConsoleArgs<Call>,
  ): Promise<Result<ConsoleResult<Call>> | null> {
    const child = this.#child;
    if (child === undefined || !child.connected) return null;
    const id = this.#nextId++;
    const { promise, resolve } = Promise.withResolvers<Result<unknown> | null>();
    this.#answerById.set(id, resolve);
    const message: ConsoleAsk = { id, name, args };
    child.send(message, (error) => {
      if (error !== null) this.#settle(id, null);
    });
    return (await promise) as Result<ConsoleResult<Call>> | null;
  }

  async signIn(username: string, password: string): Promise<void> {
    const signedIn = await this.ask('session.signIn', { username, password });
    if (signedIn?.ok !== true)
      throw new Error(`Signing in failed: ${JSON.stringify(signedIn)}\n${this.#said}`);
  }

  /** Settles once it has everything from the node and nothing left to send. */
  async isCaughtUp(): Promise<void> {
    let deadline = Date.now() + liveWithinMs;
    let fewestQueued = Infinity;
    for (;;) {
      const status = await this.ask('sync.status', {});
      if (status?.ok === true && isAtRest(status.value)) return;
      // A long queue takes its time; what counts is that it becomes shorter.
      if (status?.ok === true && status.value.queued < fewestQueued) {
        fewestQueued = status.value.queued;
        deadline = Date.now() + liveWithinMs;
      }
      if (Date.now() > deadline) {
        throw new Error(`No progress after the heal: ${JSON.stringify(status)}\n${this.#said.slice(-2_000)}`);
      }
      await wait(lookEveryMs);
    }
  }

  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    return endProcess(child, signal);
  }

  #settle(id: number, result: Result<unknown> | null): void {
    this.#answerById.get(id)?.(result);
    this.#answerById.delete(id);
  }
}

const isAtRest = ({ connection, queued, unfetched }: SyncStatus): boolean =>
  connection.state === 'live' && queued === 0 && unfetched === 0;

async function endProcess(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
