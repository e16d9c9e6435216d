import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { desktopCalls } from '#shared/protocol/desktop-ipc.ts';
import { consoleCalls } from '#shared/protocol/ipc.ts';
import { callChannel, listeningChannel, type BridgeGroup } from '../ipc/channels.ts';
import { TrustedSenders, type SenderEvent } from '../security/trusted-senders.ts';
import { bridgeNames, registerBridgeCalls } from './bridge-calls.ts';

// Every call of the contract, whatever is added to it, is held to the same rules: a known sender in its main frame,
// arguments that fit, an answer that is plain data.

const handlers = new Map<string, (...args: unknown[]) => unknown>();
const work = vi.fn(async () => ({ ok: true as const, value: null }));

beforeEach(() => {
  handlers.clear();
  work.mockClear();
  const keep = (channel: string, handler: never): void => void handlers.set(channel, handler);
  const senders = new TrustedSenders();
  senders.add(1);
  registerBridgeCalls({
    ipcMain: { handle: keep, on: keep as never },
    handlers: Object.fromEntries(Object.keys(desktopCalls).map((name) => [name, work])) as never,
    log: vi.fn(),
    pages: { noteListening: () => void work() },
    replica: { call: work },
    onSeen: () => void work(),
    senders,
  });
});

const page = 'waypost-app://console/';
const own: SenderEvent = { sender: { id: 1 }, senderFrame: { url: page, parent: null } };
const strangers: Readonly<Record<string, SenderEvent>> = {
  'a window that the app did not open': { ...own, sender: { id: 2 } },
  'a frame inside the page': { ...own, senderFrame: { url: page, parent: {} } },
  'a frame that is gone': { ...own, senderFrame: null },
  'another page': { ...own, senderFrame: { url: 'https://example.com/', parent: null } },
  'a page without an address': { ...own, senderFrame: { url: '', parent: null } },
  'a page of another host': { ...own, senderFrame: { url: 'waypost-app://console.evil/', parent: null } },
};

const calls = [
  ...Object.entries(consoleCalls).map(([name, { args }]) => ({
    group: 'console' as BridgeGroup,
    name,
    args,
  })),
  ...Object.entries(desktopCalls).map(([name, { args }]) => ({
    group: 'desktop' as BridgeGroup,
    name,
    args,
  })),
];

describe('the contract’s channels', () => {
  it('are all there is', () => {
    const channels = calls.map(({ group, name }) => callChannel(group, name));
    expect([...handlers.keys()].toSorted()).toEqual([...channels, listeningChannel].toSorted());
  });

  it.each(calls)('$name is refused to everybody but the app’s own page', async ({ group, name }) => {
    const handler = handlers.get(callChannel(group, name));
    for (const [who, event] of Object.entries(strangers)) {
      expect(await handler?.(event, {}), who).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    }
    expect(work).not.toHaveBeenCalled();
  });

  it.each(calls)('$name is refused with arguments that do not fit', async ({ group, name, args }) => {
    const handler = handlers.get(callChannel(group, name));
    expect(await handler?.(own, { __unexpected: 1 })).toMatchObject({ error: { kind: 'invalid' } });
    const wrong = fc.anything({ withMap: true, withSet: true, withTypedArray: true, maxDepth: 3 });
    await fc.assert(
      fc.asyncProperty(
        wrong.filter((value) => !args.safeParse(value).success),
        async (value) => {
          expect(await handler?.(own, value)).toMatchObject({ error: { kind: 'invalid' } });
        },
      ),
      { numRuns: 25 },
    );
    expect(work).not.toHaveBeenCalled();
  });

  it.each(calls)(
    '$name is refused when it is too large, nested without end or holds itself',
    async (call) => {
      const loop: Record<string, unknown> = {};
      loop['loop'] = loop;
      for (const value of ['x'.repeat(100_000_000), loop]) {
        const answer = await handlers.get(callChannel(call.group, call.name))?.(own, { value });
        expect(answer).toMatchObject({ error: { kind: 'too_large' } });
      }
      expect(work).not.toHaveBeenCalled();
    },
  );

  it('take notice of listeners to the contract’s events alone', () => {
    const listening = handlers.get(listeningChannel);
    for (const [who, event] of Object.entries(strangers)) {
      listening?.(event, 'desktop', 'navigate');
      expect(work, who).not.toHaveBeenCalled();
    }
    for (const name of ['toString', '__proto__', '']) listening?.(own, 'desktop', name);
    expect(work).not.toHaveBeenCalled();
    for (const group of ['console', 'desktop'] as const) {
      for (const name of bridgeNames[group].events) listening?.(own, group, name);
    }
    expect(work).toHaveBeenCalledTimes(bridgeNames.console.events.length + bridgeNames.desktop.events.length);
  });
});
