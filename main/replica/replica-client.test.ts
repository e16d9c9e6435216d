import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReplicaClient, type ReplicaTarget } from './replica-client.ts';

class FakeChild extends EventEmitter {
  readonly received: { type: string; id?: number; method?: string; args?: unknown; name?: string }[] = [];
  answers = true;

  postMessage(message: unknown): void {
    const received = message as (typeof this.received)[number];
    this.received.push(received);
    if (received.type !== 'call' || !this.answers) return;
    queueMicrotask(() =>
      this.emit('message', { type: 'answer', id: received.id, result: { ok: true, value: received.method } }),
    );
  }

  kill(): boolean {
    queueMicrotask(() => this.emit('exit', 0));
    return true;
  }
}

function open({ isFirstDeaf = false } = {}) {
  const children: FakeChild[] = [];
  const onEvent = vi.fn();
  const log = vi.fn();
  const client = new ReplicaClient({
    fork: () => {
      const child = new FakeChild();
      child.answers = !isFirstDeaf || children.length > 0;
      children.push(child);
      return child;
    },
    onEvent,
    log,
    startWaitMs: 1_000,
  });
  const keepCookie = vi.fn(async (_value: string | null) => {});
  const target: ReplicaTarget = {
    dataDir: '/data',
    nodeUrl: 'http://node',
    findProxy: async () => 'http://proxy:8080',
    loadCookie: async () => 'kept',
    keepCookie,
  };
  return { client, children, onEvent, log, keepCookie, target };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('ReplicaClient', () => {
  it('starts the process with its files, node and cookie, and passes calls on', async () => {
    const { client, children, target } = open();
    const early = client.call('session.get', {});
    await client.open(target);
    expect(await early).toEqual({ ok: true, value: 'console' });
    expect(children[0]?.received[0]).toMatchObject({
      method: 'start',
      args: {
        dataDir: '/data',
        nodeUrl: 'http://node',
        proxyUrl: 'http://proxy:8080',
        sessionCookie: 'kept',
      },
    });
    expect(children[0]?.received[1]).toMatchObject({ args: { name: 'session.get', args: {} } });
  });

  it('answers `unavailable` when the process does not start in time', async () => {
    const call = open().client.call('session.get', {});
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await call).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  });

  it('starts the process again when it dies, and fails the calls it held', async () => {
    const { client, children, target } = open();
    await client.open(target);
    const child = children[0]!;
    child.answers = false;
    const held = client.call('mutate', {});
    await vi.advanceTimersByTimeAsync(0);
    child.emit('exit', 9);
    expect(await held).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    const later = client.call('session.get', {});
    await vi.advanceTimersByTimeAsync(250);
    expect(await later).toMatchObject({ ok: true });
    expect(children).toHaveLength(2);
  });

  it('lets calls wait for a second try when the first start fails', async () => {
    const { client, children, target } = open({ isFirstDeaf: true });
    const early = client.call('session.get', {});
    const opening = client.open(target);
    await vi.advanceTimersByTimeAsync(0);
    children[0]!.emit('exit', 1);
    await opening;
    await vi.advanceTimersByTimeAsync(250);
    expect(await early).toMatchObject({ ok: true });
  });

  it('keeps the cookie and forwards events', async () => {
    const { client, children, onEvent, keepCookie, target } = open();
    await client.open(target);
    children[0]!.emit('message', { type: 'call', id: 1, method: 'keepCookie', args: { value: 'new' } });
    children[0]!.emit('message', { type: 'event', name: 'console:unread', data: { count: 2 } });
    await vi.advanceTimersByTimeAsync(0);
    expect(keepCookie).toHaveBeenCalledWith('new');
    expect(onEvent).toHaveBeenCalledWith('unread', { count: 2 });
  });

  it('closes the files before it ends the process, and does not start it again', async () => {
    const { client, children, target } = open();
    await client.open(target);
    await client.close();
    expect(children[0]?.received.at(-1)).toMatchObject({ method: 'close' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(children).toHaveLength(1);
  });
});
