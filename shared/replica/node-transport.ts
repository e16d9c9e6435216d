import { z } from 'zod';
import {
  conversationsPath,
  filesPath,
  snapshotNextHeader,
  snapshotPath,
} from '../protocol/console-session.ts';
import type { DeskErrorData } from '../protocol/errors.ts';
import { resultSchema, type Result } from '../protocol/result.ts';
import {
  conversationsSchema,
  fetchedSchema,
  pulledSchema,
  pushedSchema,
  snapshotPageSchema,
  welcomeSchema,
  type Conversations,
  type SnapshotPage,
} from '../protocol/sync.ts';
import { digestedSchema, manifestedSchema } from '../protocol/ticket-digest.ts';
import type { ClientToServerEvents } from '../protocol/events.ts';
import type { Timers, Transport } from './host.ts';
import { openNodeConnection, type NodeConnection } from './node-connection.ts';
import { notUnderstood, parseAnswer, request, requestFile, type HttpFetch } from './node-http.ts';
import type { OpenSocket } from './node-socket.ts';

export interface NodeTransportOptions {
  /** `http://host:port`, without a path. */
  nodeUrl: string;
  /** socket.io-client's `io`. */
  io: OpenSocket;
  fetch: HttpFetch;
  timers: Timers;
}

const helloWaitMs = 10_000;
const callWaitMs = 15_000;
/** Few tickets at first, so that the inbox shows at once; then more, for fewer requests. */
const firstPageSize = 100;
const nextPageSize = 1_500;

type CallName = keyof ClientToServerEvents;

const noConnection: DeskErrorData = { kind: 'unavailable', message: 'There is no connection to the node' };

/** The road to a real node: one socket.io connection for the talk, plain HTTP for the snapshot (sync.md 3.4, 3.16). */
export function createNodeTransport({ nodeUrl, io, fetch, timers }: NodeTransportOptions): Transport {
  const origin = nodeUrl.replace(/\/+$/, '');
  let connection: NodeConnection | undefined;

  /** A call whose answer does not come, or cannot be read, may have been carried out all the same. */
  async function ask<Value extends z.ZodType>(
    name: CallName,
    payload: unknown,
    value: Value,
    waitMs = callWaitMs,
  ): Promise<Result<z.output<Value>>> {
    const socket = connection?.socket;
    if (socket === undefined || !socket.connected) return { ok: false, error: noConnection };
    try {
      const parsed = resultSchema(value).safeParse(await socket.timeout(waitMs).emitWithAck(name, payload));
      return parsed.success ? (parsed.data as Result<z.output<Value>>) : { ok: false, error: notUnderstood };
    } catch {
      return { ok: false, error: { kind: 'unavailable', message: 'The node did not answer' } };
    }
  }

  return {
    open(token, listener) {
      if (connection !== undefined) return connection.opened;
      const opening = openNodeConnection({ origin, io, timers, token }, listener, () => {
        if (connection === opening) connection = undefined;
      });
      connection = opening;
      return opening.opened;
    },
    close: () => connection?.close(),
    hello: (payload) => ask('hello', payload, welcomeSchema, helloWaitMs),
    push: (payload) => ask('push', payload, pushedSchema),
    pull: (payload) => ask('pull', payload, pulledSchema),
    fetch: (payload) => ask('fetch', payload, fetchedSchema),
    digest: () => ask('digest', {}, digestedSchema),
    manifest: (payload) => ask('manifest', payload, manifestedSchema),
    presence: (payload) => {
      if (connection?.socket.connected === true) connection.socket.emit('presence', payload);
    },
    renew: (payload) => ask('auth.refresh', payload, z.null()),
    snapshot: async (token, after, added, onNext): Promise<Result<SnapshotPage>> => {
      const place =
        after === null
          ? `limit=${firstPageSize}`
          : `limit=${nextPageSize}&after=${encodeURIComponent(after)}`;
      const query = added === null ? place : `${place}&tokens=${encodeURIComponent(added.join(' '))}`;
      const init = {
        method: 'GET',
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        credentials: 'omit',
      } as const;
      const answer = await request(
        { fetch, timers },
        `${origin}${snapshotPath}?${query}`,
        init,
        (response) => {
          const next = response.headers.get(snapshotNextHeader);
          if (next !== null) onNext?.(next);
        },
      );
      return answer.ok ? parseAnswer(answer.value, snapshotPageSchema) : answer;
    },
    conversations: async (token, ids): Promise<Result<Conversations>> => {
      const answer = await request({ fetch, timers }, origin + conversationsPath, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        credentials: 'omit',
        body: JSON.stringify({ ids }),
      });
      return answer.ok ? parseAnswer(answer.value, conversationsSchema) : answer;
    },
    files: {
      put: (token, uid, bytes) =>
        requestFile({ fetch, timers }, `${origin}${filesPath}/${uid}`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
          credentials: 'omit',
          body: bytes,
        }),
      get: (token, uid) =>
        requestFile({ fetch, timers }, `${origin}${filesPath}/${uid}`, {
          method: 'GET',
          headers: { authorization: `Bearer ${token}` },
          credentials: 'omit',
        }),
    },
    request: async (token, { method, target, body }) => {
      const answer = await request({ fetch, timers }, origin + target, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json, */*;q=0.5',
          ...(body === null ? {} : { 'content-type': 'application/json' }),
        },
        credentials: 'omit',
        ...(body === null ? {} : { body }),
      });
      if (!answer.ok) return answer;
      const { response, body: text } = answer.value;
      const contentType = response.headers.get('content-type') ?? '';
      return { ok: true, value: { status: response.status, contentType, body: text } };
    },
  };
}
