// The replica's own process: the console's local copy on better-sqlite3, away from main, which must never wait for a
// disk. Main starts it, tells it where its files and its node are, and passes the interface's calls on.

import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { consoleCalls, consoleEvents, type ConsoleCall, type ConsoleEvent } from '#shared/protocol/ipc.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { toResult, type Result } from '#shared/protocol/result.ts';
import type { ReplicaHost, Timers } from '#shared/replica/host.ts';
import type { HttpFetch } from '#shared/replica/node-http.ts';
import { createNodeTransport } from '#shared/replica/node-transport.ts';
import { createReplica, type Replica } from '#shared/replica/replica.ts';
import { createSessionClient } from '#shared/replica/session-client.ts';
import {
  consoleCallArgs,
  consoleCallMethod,
  consoleEventPrefix,
  keepCookieMethod,
  logEvent,
  nudgeEvent,
  replicaCloseMethod,
  replicaStart,
  type ReplicaStart,
} from './process-contract.ts';
import { RpcPeer } from './rpc.ts';
import { createTunnelAgent } from './tunnel.ts';
import { createTunnelledFetch } from './tunnelled-fetch.ts';
import { trustSystemCertificates } from './trust-system.ts';
import { deleteSqliteFile, openSqliteFile } from './sqlite-file.ts';

trustSystemCertificates();
const parentPort = process.parentPort;
let replica: Replica | undefined;

const main = new RpcPeer({
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window
  post: (message) => parentPort.postMessage(message),
  answer: answerMain,
  onEvent: (name) => {
    if (name === nudgeEvent) replica?.nudge();
  },
  onMalformed: (issues) => log('error', 'A message from main was not understood', { issues }),
});
parentPort.on('message', ({ data }) => main.receive(data));

const log: ReplicaHost['log'] = (level, message, data) => {
  main.tell(logEvent, { level, message, ...(data === undefined ? {} : { data }) });
};

const timers: Timers = {
  after: (waitMs, work) => {
    const timer = setTimeout(work, waitMs);
    return () => clearTimeout(timer);
  },
};

async function answerMain(method: string, args: unknown): Promise<Result<unknown>> {
  switch (method) {
    case replicaStart.method:
      return toResult(() => start(replicaStart.args.parse(args)));
    case consoleCallMethod: {
      const call = consoleCallArgs.parse(args);
      if (replica === undefined)
        throw new DeskError('unavailable', 'The local copy of the desk is not open.');
      if (!isConsoleCall(call.name)) throw new DeskError('unsupported', 'There is no such call.');
      // The replica parses the arguments itself, by the contract of the call's name.
      return replica.call(call.name, call.args as never);
    }
    case replicaCloseMethod:
      return toResult(async () => {
        await replica?.close();
        replica = undefined;
        return null;
      });
    default:
      throw new DeskError('unsupported', 'There is no such method.');
  }
}

async function start(options: ReplicaStart): Promise<null> {
  if (replica !== undefined) throw new DeskError('conflict', 'The local copy of the desk is open already.');
  replica = await createReplica(createHost(options));
  for (const name of Object.keys(consoleEvents) as ConsoleEvent[]) {
    replica.on(name, (data) => main.tell(consoleEventPrefix + name, data));
  }
  await tellFirstState(replica);
  return null;
}

/** Main begins with what is, instead of waiting until it changes. */
async function tellFirstState(opened: Replica): Promise<void> {
  const [session, status] = await Promise.all([
    opened.call('session.get', {}),
    opened.call('sync.status', {}),
  ]);
  if (session.ok) main.tell(`${consoleEventPrefix}session`, session.value);
  if (status.ok) main.tell(`${consoleEventPrefix}status`, status.value);
}

function createHost({ dataDir, nodeUrl, proxyUrl, sessionCookie }: ReplicaStart): ReplicaHost {
  const road = proxyUrl === null ? { fetch, io } : roadThrough(proxyUrl, nodeUrl);
  const replicaPath = join(dataDir, 'replica.db');
  return {
    outbox: openSqliteFile({ path: join(dataDir, 'outbox.db'), synchronous: 'FULL' }),
    openReplica: async () => openSqliteFile({ path: replicaPath, synchronous: 'NORMAL' }),
    deleteReplica: async () => deleteSqliteFile(replicaPath),
    transport: createNodeTransport({ nodeUrl, ...road, timers }),
    session: createSessionClient({
      nodeUrl,
      fetch: road.fetch,
      timers,
      cookieStore: {
        load: async () => sessionCookie,
        save: async (value) => {
          const kept = await main.call(keepCookieMethod, { value });
          if (!kept.ok) throw new DeskError(kept.error.kind, kept.error.message);
        },
      },
    }),
    clock: { now: () => Date.now() },
    random: (length) => randomFillSync(new Uint8Array(length)),
    timers,
    nodeUrl,
    isDurable: true,
    log,
  };
}

function roadThrough(proxyUrl: string, nodeUrl: string): { fetch: HttpFetch; io: typeof io } {
  const agent = createTunnelAgent(proxyUrl, nodeUrl);
  const connect = (url: string, options: object) => io(url, { ...options, agent: agent as never });
  return { fetch: createTunnelledFetch(agent), io: connect as typeof io };
}

function isConsoleCall(name: string): name is ConsoleCall {
  return Object.hasOwn(consoleCalls, name);
}
