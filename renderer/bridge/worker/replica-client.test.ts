import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { DeskError } from '#shared/protocol/errors.ts';
import { consoleEvents, type ConsoleEvent } from '#shared/protocol/ipc.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { Replica } from '#shared/replica/replica.ts';
import { lineOver } from './messages.ts';
import { createReplicaClient } from './replica-client.ts';
import { serveReplica } from './serve-replica.ts';

type End = Parameters<typeof lineOver>[0];
const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A page and a worker on one channel, around a replica that answers as told. */
function connect(open?: () => Promise<Replica>) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  for (const port of [port1, port2]) port.start();
  const release = vi.fn();
  const log = vi.fn();
  const listenerByEvent = new Map<ConsoleEvent, (data: unknown) => void>();
  const answers: ((result: Result<unknown>) => void)[] = [];
  const replica = {
    call: vi.fn(() => new Promise<Result<unknown>>((resolve) => answers.push(resolve))),
    on: (name: ConsoleEvent, listener: (data: unknown) => void) => listenerByEvent.set(name, listener),
    nudge: vi.fn(),
    close: vi.fn(() => Promise.resolve()),
  };
  serveReplica(lineOver(port2 as unknown as End), async () => ({
    replica: await (open?.() ?? (replica as unknown as Replica)),
    release,
  }));
  const client = createReplicaClient(lineOver(port1 as unknown as End), log);
  client.open();
  return { client, replica, answers, release, listenerByEvent, port1, port2, log };
}

const done = { ok: true, value: null } as const;

test('answers find their callers, in whatever order they come', async () => {
  const { client, replica, answers } = connect();
  const retry = client.call('sync.retry', {});
  const people = client.call('people.list', {});
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  expect(replica.call.mock.calls).toEqual([
    ['sync.retry', {}],
    ['people.list', {}],
  ]);
  answers[1]!({ ok: false, error: { kind: 'internal', message: 'no' } });
  expect(await people).toEqual({ ok: false, error: { kind: 'internal', message: 'no' } });
  answers[0]!(done);
  expect(await retry).toEqual(done);
});

test('events reach their listeners until they leave', async () => {
  const { client, listenerByEvent } = connect();
  const first = vi.fn();
  const second = vi.fn();
  const leave = client.on('unread', first);
  client.on('unread', second);
  await vi.waitFor(() => expect(listenerByEvent.size).toBe(Object.keys(consoleEvents).length));
  listenerByEvent.get('unread')!({ count: 1 });
  await vi.waitFor(() => expect(second).toHaveBeenCalledWith({ count: 1 }));
  leave();
  listenerByEvent.get('unread')!({ count: 2 });
  await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(2));
  expect(first).toHaveBeenCalledTimes(1);
});

test('a replica that cannot be opened answers every call with the reason', async () => {
  const { client } = connect(() => Promise.reject(new DeskError('unavailable', 'Held elsewhere')));
  const error = { kind: 'unavailable', message: 'Held elsewhere' };
  expect(await client.call('sync.retry', {})).toEqual({ ok: false, error });
  expect(await client.call('sync.retry', {})).toEqual({ ok: false, error });
  await client.close();
});

test('closing closes the replica, then lets go of its files', async () => {
  const { client, replica, release } = connect();
  client.nudge();
  await client.close();
  expect(replica.nudge).toHaveBeenCalledOnce();
  expect(replica.close).toHaveBeenCalledBefore(release);
});

test('a worker that is gone fails what waits and what comes', async () => {
  const { client, answers } = connect();
  const waiting = client.call('sync.retry', {});
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  const error = { kind: 'unavailable', message: 'Open in another tab' } as const;
  client.fail(error);
  expect(await waiting).toEqual({ ok: false, error });
  expect(await client.call('people.list', {})).toEqual({ ok: false, error });
});

test('what the worker logs comes out of the port', async () => {
  const { port2, log } = connect();
  lineOver(port2 as unknown as End).send({ kind: 'log', level: 'warn', message: 'slow', data: { ms: 3 } });
  await vi.waitFor(() => expect(log).toHaveBeenCalledWith('warn', 'slow', { ms: 3 }));
});

test('a worker that throws ends a console that is not open yet, and only logs later', async () => {
  const early = connect(() => new Promise(() => undefined));
  const waiting = early.client.call('sync.retry', {});
  early.client.hearOfCrash('no wasm');
  expect(await waiting).toMatchObject({ ok: false, error: { kind: 'internal' } });

  const late = connect();
  const call = late.client.call('sync.retry', {});
  await vi.waitFor(() => expect(late.answers).toHaveLength(1));
  late.client.hearOfCrash('a bug');
  expect(late.log).toHaveBeenCalledWith('error', 'The replica threw', { message: 'a bug' });
  late.answers[0]!(done);
  expect(await call).toEqual(done);
});
