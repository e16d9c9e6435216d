import { SqliteDialect } from 'kysely';
import { io } from 'socket.io-client';
import type { ReplicaHost, Timers } from '#shared/replica/host.ts';
import { createNodeTransport } from '#shared/replica/node-transport.ts';
import { createSessionClient } from '#shared/replica/session-client.ts';
import type { Log } from './messages.ts';
import type { Storage } from './storage.ts';

const timers: Timers = {
  after: (waitMs, work) => {
    const timer = setTimeout(work, waitMs);
    return () => clearTimeout(timer);
  },
};

/** What a browser gives the replica. The node is wherever the page came from, the session is in its cookie. */
export function createWorkerHost(storage: Storage, nodeUrl: string, log: Log): ReplicaHost {
  return {
    outbox: new SqliteDialect({ database: storage.openOutbox() }),
    openReplica: async () => new SqliteDialect({ database: storage.openReplica() }),
    deleteReplica: async () => storage.deleteReplica(),
    transport: createNodeTransport({ nodeUrl, io, fetch, timers }),
    session: createSessionClient({ nodeUrl, fetch, timers }),
    clock: { now: () => Date.now() },
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    timers,
    nodeUrl,
    isDurable: storage.isDurable,
    log,
  };
}
