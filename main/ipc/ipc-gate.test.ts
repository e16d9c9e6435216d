import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { DeskError } from '#shared/protocol/errors.ts';
import { callChannel, listeningChannel } from './channels.ts';
import { IpcGate } from './ipc-gate.ts';

const contract = {
  double: { args: z.strictObject({ n: z.int() }), result: z.int() },
  fail: { args: z.strictObject({}), result: z.null() },
};

function openGate(isTrusted = true) {
  const handlers = new Map<string, (...args: never[]) => unknown>();
  const keep = (channel: string, handler: (...args: never[]) => unknown): void => {
    handlers.set(channel, handler);
  };
  const log = vi.fn();
  const gate = new IpcGate({
    ipcMain: { handle: keep, on: keep as never },
    isTrusted: () => isTrusted,
    log,
  });
  const answer = vi.fn(async (name: string, args: unknown) => {
    if (name === 'fail') throw new DeskError('conflict', 'No.');
    const { n } = args as { n: number };
    return { ok: true as const, value: n === 13 ? 'unlucky' : n * 2 };
  });
  gate.registerCalls('console', contract, answer);
  const event = { sender: { id: 7 }, senderFrame: { url: 'waypost-app://console/', parent: null } };
  const send = (channel: string, ...args: unknown[]): unknown =>
    handlers.get(channel)?.(...([event, ...args] as never[]));
  const call = (name: string, args: unknown): unknown => send(callChannel('console', name), args);
  return { gate, call, send, answer, log };
}

describe('IpcGate', () => {
  it('answers a good call', async () => {
    expect(await openGate().call('double', { n: 21 })).toEqual({ ok: true, value: 42 });
  });

  it.each([undefined, null, 'x', { n: '1' }, { n: 1, extra: true }])(
    'refuses the arguments %j',
    async (args) => {
      const { call, answer } = openGate();
      expect(await call('double', args)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
      expect(answer).not.toHaveBeenCalled();
    },
  );

  it('refuses senders it does not trust, before anything else', async () => {
    const { call, answer } = openGate(false);
    expect(await call('double', { n: 1 })).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(answer).not.toHaveBeenCalled();
  });

  it('turns what a handler throws into a result', async () => {
    expect(await openGate().call('fail', {})).toEqual({
      ok: false,
      error: { kind: 'conflict', message: 'No.' },
    });
  });

  it('keeps back an answer that does not fit, and logs no values', async () => {
    const { call, log } = openGate();
    expect(await call('double', { n: 13 })).toMatchObject({ ok: false, error: { kind: 'internal' } });
    expect(JSON.stringify(log.mock.calls)).not.toContain('unlucky');
  });

  it('does not look at what is too large', async () => {
    const { call, answer } = openGate();
    expect(await call('double', { n: 'x'.repeat(2_000_000) })).toMatchObject({
      error: { kind: 'too_large' },
    });
    expect(answer).not.toHaveBeenCalled();
  });

  it('hears who listens to what, of what there is', () => {
    const { gate, send } = openGate();
    const heard = vi.fn();
    const names = { console: { calls: [], events: [] }, desktop: { calls: [], events: ['navigate'] } };
    gate.onListening(names, heard);
    send(listeningChannel, 'desktop', 'navigate');
    for (const [group, name] of [
      ['desktop', 'other'],
      ['console', 'navigate'],
      ['constructor', 'name'],
      [1, {}],
    ]) {
      send(listeningChannel, group, name);
    }
    expect(heard.mock.calls).toEqual([[7, 'desktop', 'navigate']]);
  });
});
