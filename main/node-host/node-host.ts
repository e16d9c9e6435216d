import type { ForkOptions } from 'electron';
import type { Log } from '../desktop/log.ts';
import { findFreePort, loopback } from './find-port.ts';
import { createNodeEnvironment } from './node-environment.ts';
import { createLineReader, readNodeLine, type NodeNotice } from './node-output.ts';
import { RestartDelay } from './restart-delay.ts';

/** A child process as this file needs it; Electron's UtilityProcess fits. */
export interface NodeChild {
  readonly stdout: NodeJS.ReadableStream | null;
  readonly stderr: NodeJS.ReadableStream | null;
  once(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

interface NodeHostOptions {
  readonly fork: (args: string[], options: ForkOptions) => NodeChild;
  readonly fetch: (url: string, init: { signal: AbortSignal }) => Promise<{ ok: boolean }>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataDir: string;
  readonly log: Log;
  /** The node made its first account; shown to its owner once, never written down. */
  readonly onFirstPassword: (account: { username: string; password: string }) => void;
  /** The remembered port was taken meanwhile; the node is on another one. */
  readonly onMoved: (url: string) => void;
}

interface RunningNode {
  readonly child: NodeChild;
  readonly exited: Promise<void>;
  isPortTaken: boolean;
}

const healthEveryMs = 15_000;
const healthWaitMs = 5_000;
const failuresBeforeRestart = 4;
const stopWaitMs = 10_000;

/** Runs the bundled node on this computer: starts it, watches it, starts it again, and stops it in good order. */
export class NodeHost {
  readonly #options: NodeHostOptions;
  readonly #restartDelay = new RestartDelay();
  #port: number | undefined;
  #running: RunningNode | undefined;
  #timer: NodeJS.Timeout | undefined;
  #healthTimer: NodeJS.Timeout | undefined;
  #failedChecks = 0;

  constructor(options: NodeHostOptions) {
    this.#options = options;
  }

  /** Starts the node and answers where it will be, without waiting until it is there. */
  async start(preferredPort: number | null): Promise<{ url: string; port: number }> {
    const port = await findFreePort(preferredPort);
    this.#port = port;
    this.#launch(port);
    this.#healthTimer = setInterval(() => void this.#checkHealth(), healthEveryMs);
    return { url: toUrl(port), port };
  }

  /** Asks the node to close; it finishes what it began. */
  async stop(): Promise<void> {
    this.#port = undefined;
    clearTimeout(this.#timer);
    clearInterval(this.#healthTimer);
    const running = this.#running;
    if (running === undefined) return;
    this.#running = undefined;
    running.child.kill();
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, stopWaitMs);
    });
    await Promise.race([running.exited, tooLong]);
    clearTimeout(timer);
  }

  #launch(port: number): void {
    const { dataDir, env, fork } = this.#options;
    const child = fork(['--host', loopback, '--port', String(port)], {
      env: createNodeEnvironment(env, { host: loopback, port, dataDir }),
      stdio: 'pipe',
      serviceName: 'Waypost node',
    });
    const exited = Promise.withResolvers<void>();
    const running: RunningNode = { child, exited: exited.promise, isPortTaken: false };
    this.#running = running;
    for (const stream of [child.stdout, child.stderr]) {
      const read = createLineReader((line) => this.#handleNotice(running, readNodeLine(line)));
      stream?.on('data', (chunk: Buffer | string) => read(String(chunk)));
    }
    child.once('exit', (code) => {
      exited.resolve();
      if (this.#running === running) this.#handleDeath(running, code);
    });
  }

  #handleNotice(running: RunningNode, notice: NodeNotice | null): void {
    switch (notice?.kind) {
      case 'ready':
        this.#restartDelay.noteStarted();
        this.#failedChecks = 0;
        this.#options.log('info', 'The node is ready', { url: notice.url });
        break;
      case 'first_password':
        this.#options.onFirstPassword({ username: notice.username, password: notice.password });
        break;
      case 'port_taken':
        running.isPortTaken = true;
        break;
      case undefined:
        break;
    }
  }

  #handleDeath(running: RunningNode, code: number): void {
    this.#running = undefined;
    const waitMs = this.#restartDelay.next();
    this.#options.log('error', 'The node ended and is started again', { code, waitMs });
    this.#timer = setTimeout(() => void this.#relaunch(running.isPortTaken), waitMs);
  }

  async #relaunch(isPortTaken: boolean): Promise<void> {
    if (this.#port === undefined) return;
    const port = isPortTaken ? await findFreePort(this.#port) : this.#port;
    if (this.#port === undefined) return;
    const hasMoved = port !== this.#port;
    this.#port = port;
    this.#launch(port);
    if (hasMoved) this.#options.onMoved(toUrl(port));
  }

  /** A node that lives but does not answer is ended; its death starts it again. */
  async #checkHealth(): Promise<void> {
    const running = this.#running;
    if (running === undefined || this.#port === undefined) return;
    this.#failedChecks = (await this.#isHealthy(this.#port)) ? 0 : this.#failedChecks + 1;
    if (this.#failedChecks < failuresBeforeRestart || this.#running !== running) return;
    this.#failedChecks = 0;
    this.#options.log('error', 'The node does not answer and is ended');
    running.child.kill();
  }

  async #isHealthy(port: number): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(healthWaitMs);
      return (await this.#options.fetch(`${toUrl(port)}/healthz`, { signal })).ok;
    } catch {
      return false;
    }
  }
}

function toUrl(port: number): string {
  return `http://${loopback}:${port}`;
}
