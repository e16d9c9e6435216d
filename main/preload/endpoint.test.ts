import { describe, expect, it, vi } from 'vitest';
import { readBridgeArgument, toBridgeArgument } from '../ipc/bridge-names.ts';
import { createEndpoint } from './endpoint.ts';

function openEndpoint() {
  const listeners = new Map<string, (event: never, data: unknown) => void>();
  const ipc = {
    invoke: vi.fn(async (): Promise<unknown> => ({ ok: true, value: 1 })),
    on: vi.fn((channel: string, listener: (event: never, data: unknown) => void) => {
      listeners.set(channel, listener);
    }),
    off: vi.fn((channel: string) => {
      listeners.delete(channel);
    }),
    send: vi.fn(),
  };
  const endpoint = createEndpoint(ipc as never, 'console', { calls: ['session.get'], events: ['status'] });
  return { endpoint, ipc, listeners };
}

describe('createEndpoint', () => {
  it('passes on the calls of the contract', async () => {
    const { endpoint, ipc } = openEndpoint();
    expect(await endpoint.call('session.get', {})).toEqual({ ok: true, value: 1 });
    expect(ipc.invoke).toHaveBeenCalledWith('waypost:call:console:session.get', {});
  });

  it.each(['session.nothing', '__proto__', 'constructor'])('knows no call %s', async (name) => {
    const { endpoint, ipc } = openEndpoint();
    expect(await endpoint.call(name, {})).toMatchObject({ ok: false, error: { kind: 'unsupported' } });
    expect(ipc.invoke).not.toHaveBeenCalled();
  });

  it('answers a result even when main does not', async () => {
    const { endpoint, ipc } = openEndpoint();
    ipc.invoke.mockRejectedValue(new Error('No handler'));
    expect(await endpoint.call('session.get', {})).toMatchObject({
      ok: false,
      error: { kind: 'unavailable' },
    });
  });

  it('hands listeners the data, not the event, and stops when asked', () => {
    const { endpoint, ipc, listeners } = openEndpoint();
    const listener = vi.fn();
    const stop = endpoint.on('status', listener);
    listeners.get('waypost:event:console:status')?.({} as never, { queued: 2 });
    expect(listener.mock.calls).toEqual([[{ queued: 2 }]]);
    expect(ipc.send).toHaveBeenCalledWith('waypost:listening', 'console', 'status');
    stop();
    expect(listeners.size).toBe(0);
    endpoint.on('unknown', listener)();
    expect(ipc.on).toHaveBeenCalledTimes(1);
  });
});

describe('the bridge argument', () => {
  it('carries the names from main to the preload', () => {
    const names = {
      console: { calls: ['a'], events: ['b'] },
      desktop: { calls: [], events: ['navigate'] },
    };
    expect(readBridgeArgument(['electron', '--type=renderer', toBridgeArgument(names)])).toEqual(names);
    expect(() => readBridgeArgument(['electron'])).toThrow();
  });
});
