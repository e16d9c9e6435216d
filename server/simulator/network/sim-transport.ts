import type { z } from 'zod';
import { behindSchema, byeSchema } from '#shared/protocol/events.ts';
import { resultSchema, type Result } from '#shared/protocol/result.ts';
import {
  conversationsSchema,
  fetchedSchema,
  pulledSchema,
  pushedSchema,
  snapshotPageSchema,
  welcomeSchema,
} from '#shared/protocol/sync.ts';
import { unpackFrame } from '#shared/protocol/wire-frame.ts';
import type { Timers, Transport, TransportListener } from '#shared/replica/host.ts';
import { lineError, type Channel, type Message } from './channel.ts';
import type { Network } from './network.ts';

export interface SimTransportOptions {
  owner: string;
  network: Network;
  timers: Timers;
  isAlive: () => boolean;
}

/** The limits of the real transport. */
const openWaitMs = 15_000;
const helloWaitMs = 10_000;
const callWaitMs = 15_000;

type Settle = (result: Result<unknown>) => void;

/** One socket, from its opening to its end, as the real transport keeps it. */
interface Socket {
  channel: Channel;
  opened: Promise<Result<null>>;
  ask: (kind: string, payload: unknown, waitMs: number) => Promise<Result<unknown>>;
}

function openSocket(
  { owner, network, timers, isAlive }: SimTransportOptions,
  token: string,
  listener: TransportListener,
): Socket | null {
  const channel = isAlive() ? network.connect(owner, 'socket') : null;
  if (channel === null) return null;
  const opening = Promise.withResolvers<Result<null>>();
  const waiting = new Map<number, Settle>();
  let nextId = 1;
  let isOpen = false;
  const stopWaiting = timers.after(openWaitMs, () => channel.closeFromConsole());
  channel.consoleEnd = {
    receive: ({ kind, id, text }: Message) => {
      const data: unknown = JSON.parse(text);
      if (kind === 'opened') {
        stopWaiting();
        isOpen = (data as Result<null>).ok;
        opening.resolve(data as Result<null>);
        if (!isOpen) channel.closeFromConsole();
      } else if (kind === 'answer') waiting.get(id)?.(data as Result<unknown>);
      else if (kind === 'frame') hearFrame(listener, data);
      else if (kind === 'behind') listener.onBehind(behindSchema.parse(data));
      else listener.onBye(byeSchema.parse(data));
    },
    onEnd: () => {
      stopWaiting();
      for (const settle of waiting.values()) settle(lineError('The connection ended'));
      if (isOpen) listener.onClosed();
      else opening.resolve(lineError('The node cannot be reached'));
    },
  };
  channel.sendToNode({ kind: 'open', id: 0, text: JSON.stringify(token) });
  const ask = (kind: string, payload: unknown, waitMs: number): Promise<Result<unknown>> =>
    new Promise((resolve) => {
      const id = nextId++;
      const cancel = timers.after(waitMs, () => waiting.get(id)?.(lineError('The node did not answer')));
      waiting.set(id, (result) => {
        cancel();
        waiting.delete(id);
        resolve(result);
      });
      channel.sendToNode({ kind, id, text: JSON.stringify(payload) });
    });
  return { channel, opened: opening.promise, ask };
}

function hearFrame(listener: TransportListener, data: unknown): void {
  const frame = unpackFrame(data);
  if (frame === null) throw new Error('A frame cannot be read');
  listener.onFrame(frame);
}

/** Asks the node one thing outside the socket, as HTTP does. */
export function request(
  { owner, network, timers, isAlive }: SimTransportOptions,
  kind: string,
  payload: unknown,
): Promise<Result<unknown>> {
  const channel = isAlive() ? network.connect(owner, 'request') : null;
  if (channel === null) return Promise.resolve(lineError('The node cannot be reached'));
  return new Promise((resolve) => {
    const cancel = timers.after(callWaitMs, () => channel.closeFromConsole());
    let answer: Result<unknown> = lineError('The request ended');
    channel.consoleEnd = {
      receive: ({ text }) => {
        answer = JSON.parse(text) as Result<unknown>;
        channel.closeFromConsole();
      },
      onEnd: () => {
        cancel();
        resolve(answer);
      },
    };
    channel.sendToNode({ kind, id: 0, text: JSON.stringify(payload) });
  });
}

/** A console's road to the node over the simulated network: the same limits and the same parsing as the real one. */
export function createSimTransport(options: SimTransportOptions): Transport {
  let socket: Socket | null = null;
  const parse = <Schema extends z.ZodType>(
    schema: Schema,
    answer: Result<unknown>,
  ): Result<z.output<Schema>> => resultSchema(schema).parse(answer) as Result<z.output<Schema>>;
  const ask = async <Schema extends z.ZodType>(
    kind: string,
    payload: unknown,
    schema: Schema,
    waitMs = callWaitMs,
  ): Promise<Result<z.output<Schema>>> => {
    if (socket === null || !socket.channel.hasConsole) return lineError('There is no connection to the node');
    return parse(schema, await socket.ask(kind, payload, waitMs));
  };
  return {
    open: async (token, listener) => {
      if (socket !== null && socket.channel.hasConsole) return socket.opened;
      socket = openSocket(options, token, listener);
      return socket === null ? lineError('The node cannot be reached') : socket.opened;
    },
    close: () => socket?.channel.closeFromConsole(),
    hello: (payload) => ask('hello', payload, welcomeSchema, helloWaitMs),
    push: (payload) => ask('push', payload, pushedSchema),
    pull: (payload) => ask('pull', payload, pulledSchema),
    fetch: (payload) => ask('fetch', payload, fetchedSchema),
    renew: async () => ({ ok: true, value: null }),
    snapshot: async (token, after, added, onNext) => {
      const asked = { token, after, ...(added === null ? {} : { tokens: added.join(' ') }) };
      const page = parse(snapshotPageSchema, await request(options, 'snapshot', asked));
      if (page.ok && page.value.next !== null) onNext?.(page.value.next);
      return page;
    },
    conversations: async (token, ids) =>
      parse(conversationsSchema, await request(options, 'conversations', { token, ids })),
    files: {
      put: async (token, uid, bytes) => {
        const sent = await request(options, 'file', { token, uid, size_bytes: bytes.length });
        if (!sent.ok && sent.error.kind !== 'signed_out') return sent;
        return { ok: true, value: { status: sent.ok ? 200 : 401, bytes: new Uint8Array() } };
      },
      get: async () => lineError('What is in files is not simulated'),
    },
    request: async () => lineError('Plain requests are not simulated'),
  };
}
