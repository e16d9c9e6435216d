import type { ForkOptions } from 'electron';
import type { HostSettings, HostStatus } from '#shared/protocol/desktop-state.ts';
import type { Log } from '../desktop/log.ts';
import { findFreePort, loopback } from './find-port.ts';
import { HealthCheck } from './health-check.ts';
import { createNodeEnvironment } from './node-environment.ts';
import type { NodeLog } from './node-log.ts';
import { createLineReader, readNodeLine, type NodeNotice } from './node-output.ts';
import { RestartDelay } from './restart-delay.ts';

/** A child process as this file needs it; Electron's UtilityProcess fits. */
export interface NodeChild {
  readonly stdout: NodeJS.ReadableStream | null;
  readonly stderr: NodeJS.ReadableStream | null;
  once(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export interface FirstAccount {
  readonly username: string;
  readonly password: string;
}

export interface NodeHostOptions {
  readonly fork: (args: string[], options: ForkOptions) => NodeChild;
  readonly fetch: (url: string, init: { signal: AbortSignal }) => Promise<{ ok: boolean }>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataDir: string;
  readonly log: Log;
  readonly nodeLog: NodeLog;
  /** Where others in the network find the node that listens on this port. */
  readonly findAddresses: (port: number) => string[];
  /** The node made its first account and takes sign-ins; shown to its owner once, never written down. */
  readonly onFirstPassword: (account: FirstAccount) => void;
  /** The remembered port was taken meanwhile; the node is on another one. */
  readonly onMoved: (url: string) => void;
  readonly onStatus: (status: HostStatus) => void;
}

interface RunningNode {
  readonly child: NodeChild;
  readonly exited: Promise<void>;
  isPortTaken: boolean;
  /** Not handed over yet. */
  firstAccount: FirstAccount | undefined;
}

type Place = Pick<HostSettings, 'port' | 'audience'>;

const everywhere = '0.0.0.0';
const stopWaitMs = 10_000;
/** A node that is asked to start anew need not wait as one that failed. */
const restartWaitMs = 100;

/** Runs the bundled node on this computer: starts it, watches it, starts it again, and stops it in good order. */
export class NodeHost {
  readonly #options: NodeHostOptions;
  readonly #restartDelay = new RestartDelay();
  readonly #health: HealthCheck;
  #bindTo = loopback;
  #port: number | undefined;
  #running: RunningNode | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isRestartWanted = false;
  #status: HostStatus = { state: 'stopped', url: null, addresses: [], failures: 0, reason: null };

  constructor(options: NodeHostOptions) {
    this.#options = options;
    this.#health = new HealthCheck(
      () => this.#isHealthy(),
      () => {
        this.#options.log('error', 'The node does not answer and is ended');
        this.#running?.child.kill();
      },
    );
  }

  get status(): HostStatus {
    return this.#status;
  }

  /** Starts the node and answers where it will be, without waiting until it is there. */
  async start({ port: preferred, audience }: Place): Promise<{ url: string; port: number }> {
    const port = await findFreePort(preferred);
    this.#bindTo = audience === 'network' ? everywhere : loopback;
    this.#launch(port);
    this.#health.start();
    return { url: toUrl(port), port };
  }

  /** Ends the node in good order and starts it again. */
  restart(): void {
    if (this.#running === undefined) return;
    this.#isRestartWanted = true;
    this.#running.child.kill();
  }

  /** Asks the node to close; it finishes what it began. */
  async stop(): Promise<void> {
    this.#port = undefined;
    clearTimeout(this.#timer);
    this.#health.stop();
    const running = this.#running;
    this.#running = undefined;
    if (running !== undefined) {
      running.child.kill();
      await atMost(stopWaitMs, running.exited);
    }
    this.#show({ state: 'stopped', url: null, addresses: [] });
  }

  #show(change: Partial<HostStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#options.onStatus(this.#status);
  }

  #launch(port: number): void {
    const { dataDir, env, findAddresses, fork } = this.#options;
    this.#port = port;
    const host = this.#bindTo;
    const child = fork(['--host', host, '--port', String(port)], {
      env: createNodeEnvironment(env, { host, port, dataDir }),
      stdio: 'pipe',
      serviceName: 'Waypost node',
    });
    const exited = Promise.withResolvers<void>();
    const running: RunningNode = {
      child,
      exited: exited.promise,
      isPortTaken: false,
      firstAccount: undefined,
    };
    this.#running = running;
    for (const stream of [child.stdout, child.stderr]) {
      const read = createLineReader((line) => this.#handleLine(running, line));
      stream?.on('data', (chunk: Buffer | string) => read(String(chunk)));
    }
    child.once('exit', (code) => {
      exited.resolve();
      // It is never said again.
      this.#handOver(running);
      if (this.#running === running) this.#handleEnd(running, code);
    });
    const addresses = host === everywhere ? findAddresses(port) : [];
    this.#show({ state: this.#status.failures === 0 ? 'starting' : 'failing', url: toUrl(port), addresses });
  }

  #handleLine(running: RunningNode, line: string): void {
    const notice = readNodeLine(line);
    if (notice?.kind !== 'first_password') this.#options.nodeLog.add(line);
    this.#handleNotice(running, notice);
  }

  #handleNotice(running: RunningNode, notice: NodeNotice | null): void {
    switch (notice?.kind) {
      case 'ready':
        this.#restartDelay.noteStarted();
        this.#health.reset();
        this.#options.log('info', 'The node is ready', { url: notice.url });
        this.#show({ state: 'running', reason: null });
        this.#handOver(running);
        break;
      case 'first_password':
        running.firstAccount = { username: notice.username, password: notice.password };
        break;
      case 'port_taken':
        running.isPortTaken = true;
        break;
      case undefined:
        break;
    }
  }

  #handOver(running: RunningNode): void {
    const { firstAccount } = running;
    running.firstAccount = undefined;
    if (firstAccount !== undefined) this.#options.onFirstPassword(firstAccount);
  }

  #handleEnd(running: RunningNode, code: number): void {
    this.#running = undefined;
    const isWanted = this.#isRestartWanted;
    this.#isRestartWanted = false;
    const waitMs = isWanted ? restartWaitMs : this.#restartDelay.next();
    if (isWanted) this.#show({ state: 'starting', failures: 0, reason: null });
    else this.#noteFailure(code, waitMs);
    this.#timer = setTimeout(() => void this.#relaunch(running.isPortTaken), waitMs);
  }

  #noteFailure(code: number, waitMs: number): void {
    const { log, nodeLog } = this.#options;
    log('error', 'The node ended and is started again', { code, waitMs });
    this.#show({ state: 'failing', failures: this.#status.failures + 1, reason: nodeLog.last });
  }

  async #relaunch(isPortTaken: boolean): Promise<void> {
    if (this.#port === undefined) return;
    const port = isPortTaken ? await findFreePort(this.#port) : this.#port;
    if (this.#port === undefined) return;
    const hasMoved = port !== this.#port;
    this.#launch(port);
    if (hasMoved) this.#options.onMoved(toUrl(port));
  }

  async #isHealthy(): Promise<boolean> {
    if (this.#running === undefined || this.#port === undefined) return true;
    try {
      const signal = AbortSignal.timeout(5_000);
      return (await this.#options.fetch(`${toUrl(this.#port)}/healthz`, { signal })).ok;
    } catch {
      return false;
    }
  }
}

/** The app's own way to it, whoever else may use it. */
function toUrl(port: number): string {
  return `http://${loopback}:${port}`;
}

async function atMost(waitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, waitMs);
  });
  await Promise.race([work, tooLong]);
  clearTimeout(timer);
}
