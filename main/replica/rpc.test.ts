import { describe, expect, it, vi } from 'vitest';
import { DeskError } from '#shared/protocol/errors.ts';
import { RpcPeer } from './rpc.ts';

function connect() {
  const onEvent = vi.fn();
  const onMalformed = vi.fn();
  const one: RpcPeer = new RpcPeer({
    post: (message) => queueMicrotask(() => two.receive(structuredClone(message))),
    answer: async () => ({ ok: true, value: 'from one' }),
    onEvent: vi.fn(),
    onMalformed,
  });
  const two: RpcPeer = new RpcPeer({
    post: (message) => queueMicrotask(() => one.receive(structuredClone(message))),
    answer: async (method, args) => {
      if (method === 'throws') throw new DeskError('not_found', 'No such thing.');
      if (method === 'silent') return new Promise(() => {});
      return { ok: true, value: { method, args } };
    },
    onEvent,
    onMalformed,
  });
  return { one, two, onEvent, onMalformed };
}

describe('RpcPeer', () => {
  it('answers each call with its own result, both ways', async () => {
    const { one, two } = connect();
    const answers = await Promise.all([one.call('a', { n: 1 }), one.call('b', { n: 2 }), two.call('c', {})]);
    expect(answers).toEqual([
      { ok: true, value: { method: 'a', args: { n: 1 } } },
      { ok: true, value: { method: 'b', args: { n: 2 } } },
      { ok: true, value: 'from one' },
    ]);
  });

  it('turns what is thrown into a failed result', async () => {
    const { one } = connect();
    expect(await one.call('throws', {})).toMatchObject({ ok: false, error: { kind: 'not_found' } });
  });

  it('tells events', async () => {
    const { one, onEvent } = connect();
    one.tell('unread', { count: 3 });
    await Promise.resolve();
    expect(onEvent).toHaveBeenCalledWith('unread', { count: 3 });
  });

  it('fails what waits when the other side is gone, and everything after', async () => {
    const { one } = connect();
    const waiting = one.call('silent', {});
    one.close();
    expect(await waiting).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(await one.call('a', {})).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  });

  it('survives messages that are none', () => {
    const { one, onMalformed } = connect();
    for (const message of [null, 'x', { type: 'call' }, { type: 'answer', id: 9, result: 1 }]) {
      one.receive(message);
    }
    expect(onMalformed).toHaveBeenCalledTimes(4);
    one.receive({ type: 'answer', id: 99, result: { ok: true, value: null } });
  });
});
