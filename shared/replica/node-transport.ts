import { z } from 'zod';
import type { DeskErrorData } from '../protocol/errors.ts';
import { resultSchema, type Result } from '../protocol/result.ts';
import { fetchedSchema, pulledSchema, pushedSchema, welcomeSchema } from '../protocol/sync.ts';
import { digestedSchema, manifestedSchema } from '../protocol/ticket-digest.ts';
import type { ClientToServerEvents } from '../protocol/events.ts';
import type { Timers, Transport } from './host.ts';
import { openNodeConnection, type NodeConnection } from './node-connection.ts';
import { createNodeCalls } from './node-calls.ts';
import { notUnderstood, type HttpFetch } from './node-http.ts';
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
    ...createNodeCalls(origin, { fetch, timers }),
  };
}
