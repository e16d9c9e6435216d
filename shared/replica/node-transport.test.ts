import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClientToServerEvents, ServerToClientEvents } from '../protocol/events.ts';
import type { Conversations, Hello, SnapshotPage, Welcome } from '../protocol/sync.ts';
import type { ActivityRow, MessageRow, TicketRow } from '../model/ticket.ts';
import type { ProfileRow } from '../model/user.ts';
import {
  activityColumns,
  attachmentColumns,
  faqColumns,
  itemColumns,
  messageColumns,
  profileColumns,
  ticketColumns,
} from '../model/columns.ts';
import type { AttachmentRecord } from '../model/attachment.ts';
import type { FaqRow } from '../model/faq.ts';
import type { ItemRow } from '../model/item.ts';
import { toColumns } from '../protocol/to-columns.ts';
import { packFrame } from '../protocol/wire-frame.ts';
import type { Timers, Transport, TransportListener } from './host.ts';
import { createNodeTransport } from './node-transport.ts';

const uid = '01920000-0000-7000-8000-000000000001';
const hello: Hello = { protocol: 1, client_id: uid, epoch: null, cursor: null, scope: [], acked_mid: 0 };
const welcome: Welcome = {
  server_now: 1,
  head: 0,
  epoch: 'e',
  scope: ['org'],
  last_mid: 0,
  outcomes: [],
  plan: 'snapshot',
};
const rows = {
  profile: toColumns<ProfileRow>(profileColumns, []),
  ticket: { ...toColumns<TicketRow>(ticketColumns, []), aud: [] },
  item: toColumns<ItemRow>(itemColumns, []),
  faq: toColumns<FaqRow>(faqColumns, []),
};
const conversations: Conversations = {
  uids: [uid],
  rows: {
    message: toColumns<MessageRow>(messageColumns, []),
    activity: toColumns<ActivityRow>(activityColumns, []),
    attachment: toColumns<AttachmentRecord>(attachmentColumns, []),
  },
};
const page: SnapshotPage = { epoch: 'e', head: 4, scope: ['org'], rows, total: 0, next: null };

/** Real time, twenty times faster for the waits of the transport itself. */
const timers: Timers = {
  after: (waitMs, work) => {
    const timer = setTimeout(work, waitMs / 20);
    return () => clearTimeout(timer);
  },
};

let http: HttpServer;
let node: Server<ClientToServerEvents, ServerToClientEvents>;
let nodeUrl: string;
let transport: Transport;
let onRequest: Parameters<typeof createServer>[1];

beforeEach(async () => {
  http = createServer((request, response) => onRequest?.(request, response));
  node = new Server(http, { path: '/socket.io/', transports: ['websocket'] });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  nodeUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  transport = createNodeTransport({ nodeUrl, io, fetch, timers });
});

afterEach(async () => {
  transport.close();
  http.closeAllConnections();
  await node.close();
});

function listen() {
  return {
    onFrame: vi.fn(),
    onBehind: vi.fn(),
    onBye: vi.fn(),
    onClosed: vi.fn(),
  } satisfies TransportListener;
}

describe('opening', () => {
  test('hands over the token and settles once connected', async () => {
    const tokens: unknown[] = [];
    node.use((socket, next) => {
      tokens.push(socket.handshake.auth);
      next();
    });
    expect(await transport.open('t1', listen())).toEqual({ ok: true, value: null });
    expect(await transport.open('t2', listen())).toEqual({ ok: true, value: null });
    expect(tokens).toEqual([{ token: 't1' }]);
  });

  test.each([
    { kind: 'signed_out', message: 'Sign in' },
    { kind: 'unsupported', message: 'Too old', data: { min: 2 } },
  ])('a refused handshake carries its reason: $kind', async (data) => {
    node.use((_socket, next) => next(Object.assign(new Error('refused'), { data })));
    const listener = listen();
    expect(await transport.open('t', listener)).toEqual({ ok: false, error: data });
    expect(listener.onClosed).not.toHaveBeenCalled();
  });

  test('nobody there, and nobody answering, are both unavailable', async () => {
    await node.close();
    expect(await transport.open('t', listen())).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    const silent = createServer();
    silent.on('upgrade', () => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const other = createNodeTransport({ nodeUrl: address, io, fetch, timers });
    expect(await other.open('t', listen())).toMatchObject({
      ok: false,
      error: { message: 'The node is silent' },
    });
    silent.closeAllConnections();
    silent.close();
  });

  test('closing while opening settles it', async () => {
    const opened = transport.open('t', listen());
    transport.close();
    expect(await opened).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  });

  test('opens anew after a cut', async () => {
    const first = listen();
    await transport.open('t', first);
    node.disconnectSockets(true);
    await vi.waitFor(() => expect(first.onClosed).toHaveBeenCalledOnce());
    expect(await transport.open('t', listen())).toEqual({ ok: true, value: null });
  });
});

describe('calls', () => {
  test('answers come back parsed, whether done or refused', async () => {
    node.on('connection', (socket) => {
      socket.on('hello', (_payload, answer) => answer({ ok: true, value: welcome }));
      socket.on('pull', (_payload, answer) =>
        answer({ ok: false, error: { kind: 'conflict', message: 'Too old' } }),
      );
    });
    await transport.open('t', listen());
    expect(await transport.hello(hello)).toEqual({ ok: true, value: welcome });
    expect(await transport.pull({ cursor: 3 })).toEqual({
      ok: false,
      error: { kind: 'conflict', message: 'Too old' },
    });
  });

  test.each([
    ['extra key', { ok: true, value: { ...welcome, more: 1 } }],
    ['no envelope', welcome],
    ['nothing', undefined],
  ])('an answer that cannot be read leaves the outcome unknown: %s', async (_name, answer) => {
    node.on('connection', (socket) => socket.on('hello', (_payload, reply) => reply(answer as never)));
    await transport.open('t', listen());
    expect(await transport.hello(hello)).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  });

  test('without a connection a call fails at once and is never sent later', async () => {
    const pulls = vi.fn();
    node.on('connection', (socket) => socket.on('pull', pulls));
    expect(await transport.pull({ cursor: 1 })).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    await transport.open('t', listen());
    node.on('connection', (socket) =>
      socket.on('hello', (_payload, answer) => answer({ ok: true, value: welcome })),
    );
    expect(pulls).not.toHaveBeenCalled();
  });

  test('a cut during a call fails it at once, then the listener hears of it', async () => {
    node.on('connection', (socket) => socket.on('hello', () => socket.disconnect(true)));
    const listener = listen();
    await transport.open('t', listener);
    expect(await transport.hello(hello)).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(listener.onClosed).toHaveBeenCalledOnce();
  });

  test('an answer that never comes ends in unavailable', async () => {
    const waits: number[] = [];
    const impatient = createNodeTransport({
      nodeUrl,
      fetch,
      timers,
      io: (url, options) => {
        const socket = io(url, options);
        const timeout = socket.timeout.bind(socket);
        socket.timeout = (waitMs) => {
          waits.push(waitMs);
          return timeout(20);
        };
        return socket;
      },
    });
    await impatient.open('t', listen());
    expect(await impatient.hello(hello)).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(await impatient.pull({ cursor: 1 })).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(waits).toEqual([10_000, 15_000]);
    impatient.close();
  });
});

describe('what the node sends', () => {
  test('frames, behind and bye arrive parsed, in order, until the end', async () => {
    const listener = listen();
    node.on('connection', (socket) => {
      socket.on('hello', (_payload, answer) => {
        socket.emit('frame', packFrame({ to: 1, ops: [] }));
        socket.emit('frame', packFrame({ to: 2, ops: [{ op: 'gone', ent: 'ticket', uid }] }));
        answer({ ok: true, value: welcome });
        socket.emit('behind', { head: 9 });
        socket.emit('bye', { reason: 'restarting' });
        socket.disconnect(true);
      });
    });
    await transport.open('t', listener);
    await transport.hello(hello);
    await vi.waitFor(() => expect(listener.onClosed).toHaveBeenCalledOnce());
    expect(listener.onFrame.mock.calls.map(([frame]) => frame.to)).toEqual([1, 2]);
    expect(listener.onBehind).toHaveBeenCalledWith({ head: 9 });
    expect(listener.onBye).toHaveBeenCalledWith({ reason: 'restarting' });
  });

  test.each([
    ['frame', [-1, []]],
    ['frame', { to: 1, ops: [], extra: true }],
    ['behind', {}],
    ['bye', { reason: 'because' }],
  ])('a %s that cannot be read ends the connection', async (name, payload) => {
    const listener = listen();
    node.on('connection', (socket) => socket.emit(name as 'frame', payload as never));
    await transport.open('t', listener);
    await vi.waitFor(() => expect(listener.onClosed).toHaveBeenCalledOnce());
    expect(listener.onFrame).not.toHaveBeenCalled();
    expect(await transport.pull({ cursor: 1 })).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  });

  test('closing is heard once', async () => {
    const listener = listen();
    await transport.open('t', listener);
    transport.close();
    transport.close();
    expect(listener.onClosed).toHaveBeenCalledOnce();
  });
});

describe('snapshot', () => {
  test('asks with the token and the place to go on from', async () => {
    const asked: unknown[] = [];
    onRequest = (request, response) => {
      asked.push([request.method, request.url, request.headers.authorization]);
      response.end(JSON.stringify(page));
    };
    expect(await transport.snapshot('t', null, null)).toEqual({ ok: true, value: page });
    expect(await transport.snapshot('t', 'a/b&c', null)).toEqual({ ok: true, value: page });
    expect(asked).toEqual([
      ['GET', '/api/console/sync/snapshot?limit=100', 'Bearer t'],
      ['GET', '/api/console/sync/snapshot?limit=1500&after=a%2Fb%26c', 'Bearer t'],
    ]);
  });

  test('tells of the next place before the page has been read', async () => {
    const told = Promise.withResolvers<string>();
    onRequest = (_request, response) => {
      response.writeHead(200, { 'waypost-next': '1.70.90' }).flushHeaders();
      void told.promise.then(() => response.end(JSON.stringify({ ...page, next: '1.70.90' })));
    };
    const answer = await transport.snapshot('t', null, null, told.resolve);
    expect(await told.promise).toBe('1.70.90');
    expect(answer).toMatchObject({ ok: true, value: { next: '1.70.90' } });
  });

  test('asks for conversations by the numbers of their tickets', async () => {
    const asked: unknown[] = [];
    onRequest = (request, response) => {
      request.on('data', (chunk: Buffer) => asked.push(request.method, request.url, chunk.toString()));
      request.on('end', () => response.end(JSON.stringify(conversations)));
    };
    expect(await transport.conversations('t', [7, 8])).toEqual({ ok: true, value: conversations });
    expect(asked).toEqual(['POST', '/api/console/sync/conversations', '{"ids":[7,8]}']);
  });

  test.each([
    [401, {}, '', { kind: 'signed_out' }],
    [403, {}, '', { kind: 'forbidden' }],
    [429, { 'retry-after': '2' }, '', { kind: 'rate_limited', retryAfterMs: 2000 }],
    [503, { 'retry-after': '7' }, '<html>', { kind: 'unavailable', retryAfterMs: 7000 }],
    [500, {}, '', { kind: 'unavailable' }],
    [
      426,
      {},
      '{"error":{"kind":"unsupported","message":"Too old"}}',
      { kind: 'unsupported', message: 'Too old' },
    ],
    [200, {}, '<html>Sign in to the hotel</html>', { kind: 'unavailable' }],
    [200, {}, JSON.stringify({ ...page, more: 1 }), { kind: 'unavailable' }],
  ])('status %i %j %s', async (status, headers, body, error) => {
    onRequest = (_request, response) => response.writeHead(status, headers).end(body);
    expect(await transport.snapshot('t', null, null)).toMatchObject({ ok: false, error });
  });

  test('a cut in the middle and an endless wait are unavailable', async () => {
    onRequest = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await transport.snapshot('t', null, null)).toMatchObject({
      ok: false,
      error: { kind: 'unavailable' },
    });
    onRequest = () => undefined;
    expect(await transport.snapshot('t', null, null)).toMatchObject({
      ok: false,
      error: { kind: 'unavailable' },
    });
  });
});
