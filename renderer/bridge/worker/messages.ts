import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { ConsoleCall, ConsoleEvent } from '#shared/protocol/ipc.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { ReplicaHost } from '#shared/replica/host.ts';

/**
 * What the page and its worker say to each other. Both come from one build and the replica parses the arguments, so
 * nothing is parsed again here.
 */
export type PageMessage =
  /** This page alone has the files now. Nothing is opened before; what is asked meanwhile waits. */
  | { kind: 'open' }
  | { kind: 'call'; id: number; name: ConsoleCall; args: unknown }
  | { kind: 'nudge' }
  | { kind: 'close' };

export type WorkerMessage =
  | { kind: 'opened' }
  | { kind: 'answer'; id: number; result: Result<unknown> }
  | { kind: 'event'; name: ConsoleEvent; data: unknown }
  | { kind: 'log'; level: LogLevel; message: string; data: Record<string, unknown> }
  /** The replica could not be opened; nothing else will be said. */
  | { kind: 'failed'; error: DeskErrorData }
  | { kind: 'closed' };

export type Log = ReplicaHost['log'];
export type LogLevel = Parameters<Log>[0];

/** One end of the line between a page and its worker. */
export interface Line<Outgoing, Incoming> {
  send(message: Outgoing): void;
  listen(listener: (message: Incoming) => void): void;
}

/** What has the two methods: a Worker, a worker's own scope, a MessagePort. */
interface MessageEnd {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

export function lineOver<Outgoing, Incoming>(end: MessageEnd): Line<Outgoing, Incoming> {
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Between a page and its own worker.
    send: (message) => end.postMessage(message),
    listen: (listener) => end.addEventListener('message', ({ data }) => listener(data as Incoming)),
  };
}
