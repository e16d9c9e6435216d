import type { Result } from '#shared/protocol/result.ts';
import type { Log } from '../desktop/log.ts';
import { RestartDelay } from '../node-host/restart-delay.ts';
import {
  consoleCallMethod,
  consoleEventPrefix,
  keepCookieArgs,
  keepCookieMethod,
  logEvent,
  logEventData,
  nudgeEvent,
  replicaCloseMethod,
  replicaStart,
} from './process-contract.ts';
import { RpcPeer } from './rpc.ts';

/** A child process as this file needs it; Electron's UtilityProcess fits. */
export interface ReplicaChild {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** One console's files and node. */
export interface ReplicaTarget {
  readonly dataDir: string;
  readonly nodeUrl: string;
  /** Asked anew with each start: the network may be another one. */
  readonly findProxy: () => Promise<string | null>;
  readonly loadCookie: () => Promise<string | null>;
  readonly keepCookie: (value: string | null) => Promise<void>;
}

interface ReplicaClientOptions {
  readonly fork: () => ReplicaChild;
  readonly onEvent: (name: string, data: unknown) => void;
  readonly log: Log;
  /** How long a call waits for the process to start. */
  readonly startWaitMs?: number;
  readonly restartDelay?: RestartDelay;
}

interface Running {
  readonly child: ReplicaChild;
  readonly peer: RpcPeer;
  readonly exited: Promise<void>;
}

const defaultStartWaitMs = 20_000;
const closeWaitMs = 5_000;

/** Runs the replica's process, passes calls on to it, and starts it again when it dies. */
export class ReplicaClient {
  readonly #options: ReplicaClientOptions;
  readonly #restartDelay: RestartDelay;
  #target: ReplicaTarget | undefined;
  #running: Running | undefined;
  #ready = Promise.withResolvers<RpcPeer>();
  #isReady = false;
  #restartTimer: NodeJS.Timeout | undefined;

  constructor(options: ReplicaClientOptions) {
    this.#options = options;
    this.#restartDelay = options.restartDelay ?? new RestartDelay();
  }

  /** Waits for the process if it is starting. Never throws. */
  async call(name: string, args: unknown): Promise<Result<unknown>> {
    const peer = await this.#waitUntilReady();
    return peer === undefined ? starting : peer.call(consoleCallMethod, { name, args });
  }

  nudge(): void {
    this.#running?.peer.tell(nudgeEvent, null);
  }

  /** Opens this console's files; closes the ones that were open. */
  async open(target: ReplicaTarget): Promise<void> {
    await this.close();
    this.#target = target;
    await this.#start(target);
  }

  /** Lets the replica close its files, then ends the process. */
  async close(): Promise<void> {
    this.#target = undefined;
    clearTimeout(this.#restartTimer);
    const running = this.#running;
    if (running === undefined) return;
    this.#running = undefined;
    this.#noteGone();
    await Promise.race([running.peer.call(replicaCloseMethod, {}), wait(closeWaitMs)]);
    running.child.kill();
    await Promise.race([running.exited, wait(closeWaitMs)]);
  }

  async #start(target: ReplicaTarget): Promise<void> {
    const [sessionCookie, proxyUrl] = await Promise.all([target.loadCookie(), target.findProxy()]);
    if (this.#target !== target) return;
    const running = this.#fork(target);
    this.#running = running;
    const { dataDir, nodeUrl } = target;
    const started = await running.peer.call(replicaStart.method, {
      dataDir,
      nodeUrl,
      proxyUrl,
      sessionCookie,
    });
    if (this.#running !== running) return;
    if (started.ok) {
      this.#restartDelay.noteStarted();
      this.#isReady = true;
      this.#ready.resolve(running.peer);
    } else {
      this.#options.log('error', 'The replica did not start', { kind: started.error.kind });
      running.child.kill();
    }
  }

  #fork(target: ReplicaTarget): Running {
    const child = this.#options.fork();
    const peer = new RpcPeer({
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window
      post: (message) => child.postMessage(message),
      answer: async (method, args) => {
        if (method !== keepCookieMethod) throw new Error('There is no such method');
        await target.keepCookie(keepCookieArgs.parse(args).value);
        return { ok: true, value: null };
      },
      onEvent: (name, data) => this.#handleEvent(name, data),
      onMalformed: (issues) => this.#options.log('error', 'The replica was not understood', { issues }),
    });
    child.on('message', (message) => peer.receive(message));
    const exited = Promise.withResolvers<void>();
    const running: Running = { child, peer, exited: exited.promise };
    child.once('exit', (code) => {
      peer.close();
      exited.resolve();
      if (this.#running === running) this.#handleDeath(target, code);
    });
    return running;
  }

  #handleEvent(name: string, data: unknown): void {
    if (name.startsWith(consoleEventPrefix)) {
      this.#options.onEvent(name.slice(consoleEventPrefix.length), data);
    } else if (name === logEvent) {
      const entry = logEventData.safeParse(data);
      if (entry.success) this.#options.log(entry.data.level, entry.data.message, entry.data.data);
    }
  }

  #handleDeath(target: ReplicaTarget, code: number): void {
    this.#running = undefined;
    this.#noteGone();
    const waitMs = this.#restartDelay.next();
    this.#options.log('error', 'The replica ended and is started again', { code, waitMs });
    this.#restartTimer = setTimeout(() => {
      if (this.#target === target) void this.#start(target);
    }, waitMs);
  }

  /** Calls wait for the next start; those that wait for it already go on waiting. */
  #noteGone(): void {
    if (!this.#isReady) return;
    this.#isReady = false;
    this.#ready = Promise.withResolvers();
  }

  #waitUntilReady(): Promise<RpcPeer | undefined> {
    return Promise.race([
      this.#ready.promise,
      wait(this.#options.startWaitMs ?? defaultStartWaitMs).then(() => undefined),
    ]);
  }
}

const starting: Result<never> = {
  ok: false,
  error: { kind: 'unavailable', message: 'The local copy of the desk is still starting. Try again.' },
};

function wait(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs).unref();
  });
}
