import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { ConsoleBridge, ConsoleCall, ConsoleEvent, ConsoleEventData } from '#shared/protocol/ipc.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { Line, Log, PageMessage, WorkerMessage } from './messages.ts';

export interface ReplicaClient extends Pick<ConsoleBridge, 'call' | 'on'> {
  /** Lets the worker open the files. Called once, and only by the page that may have them. */
  open(): void;
  nudge(): void;
  /** Settles when the replica has closed its files, or can no longer say so. */
  close(): Promise<void>;
  /** Ends it: what waits and what comes is answered with `error`. */
  fail(error: DeskErrorData): void;
  /** The worker threw. Before the replica was open, nothing will ever answer; after that, it is a bug to be logged. */
  hearOfCrash(message: string): void;
}

type Listener = (data: unknown) => void;

/** The page's side of the line. */
export function createReplicaClient(line: Line<PageMessage, WorkerMessage>, log: Log): ReplicaClient {
  const calls = createCalls(line);
  const events = createEvents();
  const closed = Promise.withResolvers<void>();
  let isOpen = false;

  function fail(error: DeskErrorData): void {
    calls.fail(error);
    closed.resolve();
  }

  line.listen((message) => {
    switch (message.kind) {
      case 'opened':
        isOpen = true;
        break;
      case 'answer':
        calls.settle(message.id, message.result);
        break;
      case 'event':
        events.emit(message.name, message.data);
        break;
      case 'log':
        log(message.level, message.message, message.data);
        break;
      case 'failed':
        fail(message.error);
        break;
      case 'closed':
        closed.resolve();
        break;
    }
  });

  return {
    call: calls.call as ConsoleBridge['call'],
    on: events.on,
    open: () => line.send({ kind: 'open' }),
    nudge: () => line.send({ kind: 'nudge' }),
    close: () => {
      line.send({ kind: 'close' });
      return closed.promise;
    },
    fail,
    hearOfCrash: (message) => {
      if (isOpen) log('error', 'The replica threw', { message });
      else fail({ kind: 'internal', message: 'The console cannot start here. Reload the page.' });
    },
  };
}

/** Calls by number, so that answers may come in any order. After a failure they are answered with that. */
function createCalls(line: Line<PageMessage, WorkerMessage>) {
  const settleById = new Map<number, (result: Result<unknown>) => void>();
  let lastId = 0;
  let failure: DeskErrorData | undefined;

  return {
    call: (name: ConsoleCall, args: unknown): Promise<Result<unknown>> => {
      if (failure !== undefined) return Promise.resolve({ ok: false, error: failure });
      lastId += 1;
      const { promise, resolve } = Promise.withResolvers<Result<unknown>>();
      settleById.set(lastId, resolve);
      line.send({ kind: 'call', id: lastId, name, args });
      return promise;
    },
    settle: (id: number, result: Result<unknown>) => {
      settleById.get(id)?.(result);
      settleById.delete(id);
    },
    fail: (error: DeskErrorData) => {
      failure ??= error;
      for (const settle of settleById.values()) settle({ ok: false, error: failure });
      settleById.clear();
    },
  };
}

/** The listeners of each event. */
function createEvents() {
  const listenersByEvent = new Map<ConsoleEvent, Set<Listener>>();
  return {
    emit: (name: ConsoleEvent, data: unknown) => {
      for (const listener of listenersByEvent.get(name) ?? []) listener(data);
    },
    on: <Event extends ConsoleEvent>(name: Event, listener: (data: ConsoleEventData<Event>) => void) => {
      const listeners = listenersByEvent.get(name) ?? new Set();
      listenersByEvent.set(name, listeners);
      listeners.add(listener as Listener);
      return () => void listeners.delete(listener as Listener);
    },
  };
}
