import { randomFillSync } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { io } from 'socket.io-client';
import type { ConsoleArgs, ConsoleCall, ConsoleEventData, ConsoleResult } from '#shared/protocol/ipc.ts';
import type { MutatorArgs, MutatorName } from '#shared/mutators/registry.ts';
import type { ReplicaHost, Transport, TransportListener } from '#shared/replica/host.ts';
import { createNodeTransport } from '#shared/replica/node-transport.ts';
import { createReplica, type Replica } from '#shared/replica/replica.ts';
import { createSessionClient } from '#shared/replica/session-client.ts';
import { withStatementCache } from '#shared/sqlite/statement-cache.ts';
import { createTestFolder } from './test-folder.ts';
import { testPassword } from './test-users.ts';
import { systemTimers } from './timers.ts';

/** A real console against a listening node: its own files, the real transport, and a plug to pull. */
export interface TestConsole extends AsyncDisposable {
  replica: Replica;
  /** Everything that the node sent over the connection, for proving what it did not send. */
  received: string[];
  alerts: ConsoleEventData<'alert'>[];
  call<Call extends ConsoleCall>(name: Call, args: ConsoleArgs<Call>): Promise<ConsoleResult<Call>>;
  /** Makes a change that the test takes for granted; a refusal fails the test. */
  change<Name extends MutatorName>(name: Name, args: MutatorArgs<Name>): Promise<number>;
  signIn: (username: string) => Promise<void>;
  /** Pulls the network's plug: the connection ends, and none can be opened. */
  cut: () => void;
  mend: () => void;
  /** Loses the next answer to a push on its way back: the node has decided, the console does not know. */
  loseNextAnswer: () => void;
  /** Ends the process without a word and starts it again on the same files. */
  restart: () => Promise<void>;
  /** Another computer that got a copy of this one's files, as they are now; its plug is pulled. */
  copy: () => Promise<TestConsole>;
  /** What its line lets through, and what went over it. */
  plug: Plug;
  /** Where its files lie. */
  folder: string;
  /** How often it was told that changes are sent again. */
  sentAgain: number[];
}

function openFile(path: string, synchronous: 'FULL' | 'NORMAL'): SqliteDialect {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${synchronous}`);
  return new SqliteDialect({ database: withStatementCache(database) });
}

interface Plug {
  isCut: boolean;
  losesAnswer: boolean;
  /** Pages of the snapshot that still come through. */
  pagesLeft: number;
  /** The places in the snapshot that were asked for. */
  places: (string | null)[];
  /** The places that the node named before the page was read. */
  nextPlaces: string[];
  /** The size of the last hello. */
  helloBytes: number;
  /** The files whose content went to the node. */
  filesPut: string[];
  /** Loses what the node answers to a file. */
  losesFiles: boolean;
}

const createPlug = (isCut: boolean): Plug => ({
  isCut,
  losesAnswer: false,
  pagesLeft: Infinity,
  places: [],
  nextPlaces: [],
  helloBytes: 0,
  filesPut: [],
  losesFiles: false,
});

const cutError = { ok: false, error: { kind: 'unavailable', message: 'The plug is pulled' } } as const;

/** The real transport, with a plug in the line. */
function withPlug(inner: Transport, plug: Plug, received: string[]): Transport {
  const hear = <Value>(value: Value): Value => {
    received.push(JSON.stringify(value));
    return value;
  };
  const listening = (listener: TransportListener): TransportListener => ({
    ...listener,
    onFrame: (frame) => listener.onFrame(hear(frame)),
  });
  return {
    open: async (token, listener) => (plug.isCut ? cutError : inner.open(token, listening(listener))),
    close: () => inner.close(),
    hello: async (payload) => {
      plug.helloBytes = JSON.stringify(payload).length;
      return plug.isCut ? cutError : hear(await inner.hello(payload));
    },
    pull: async (payload) => (plug.isCut ? cutError : hear(await inner.pull(payload))),
    digest: async () => (plug.isCut ? cutError : (inner.digest?.() ?? cutError)),
    manifest: async (payload) => (plug.isCut ? cutError : (inner.manifest?.(payload) ?? cutError)),
    presence: (payload) => {
      if (!plug.isCut) inner.presence?.(payload);
    },
    renew: async (payload) => (plug.isCut ? cutError : inner.renew(payload)),
    fetch: async (payload) => (plug.isCut ? cutError : hear(await inner.fetch(payload))),
    push: async (payload) => {
      if (plug.isCut) return cutError;
      const pushed = await inner.push(payload);
      if (!plug.losesAnswer) return hear(pushed);
      plug.losesAnswer = false;
      inner.close();
      return cutError;
    },
    snapshot: async (token, after, added, onNext) => {
      if (plug.isCut || plug.pagesLeft === 0) return cutError;
      plug.pagesLeft -= 1;
      plug.places.push(after);
      return hear(
        await inner.snapshot(token, after, added, (next) => {
          plug.nextPlaces.push(next);
          onNext?.(next);
        }),
      );
    },
    conversations: async (token, ids) =>
      plug.isCut ? cutError : hear(await inner.conversations(token, ids)),
    files: {
      put: async (token, uid, bytes) => {
        if (plug.isCut) return cutError;
        plug.filesPut.push(uid);
        const put = (await inner.files?.put(token, uid, bytes)) ?? cutError;
        return plug.losesFiles ? cutError : put;
      },
      get: async (token, uid) => (plug.isCut ? cutError : ((await inner.files?.get(token, uid)) ?? cutError)),
    },
    request: async (token, asked) => (plug.isCut ? cutError : inner.request(token, asked)),
  };
}

interface CookieJar {
  cookie: string | null;
}

function hostOf(
  nodeUrl: string,
  folder: string,
  { transport, plug, jar }: { transport: Transport; plug: Plug; jar: CookieJar },
): ReplicaHost {
  const replicaPath = join(folder, 'replica.db');
  const session = createSessionClient({
    nodeUrl,
    fetch,
    timers: systemTimers,
    cookieStore: { load: async () => jar.cookie, save: async (value) => void (jar.cookie = value) },
  });
  return {
    outbox: openFile(join(folder, 'outbox.db'), 'FULL'),
    openReplica: async () => openFile(replicaPath, 'NORMAL'),
    deleteReplica: async () =>
      ['', '-wal', '-shm'].forEach((end) => rmSync(replicaPath + end, { force: true })),
    transport,
    session: { ...session, refresh: async () => (plug.isCut ? cutError : session.refresh()) },
    clock: { now: () => Date.now() },
    random: (length) => randomFillSync(new Uint8Array(length)),
    timers: systemTimers,
    nodeUrl,
    isDurable: true,
    log: () => {},
  };
}

/** What another computer starts from. */
interface Origin {
  folder: string;
  cookie: string | null;
}

export async function createTestConsole(nodeUrl: string, username: string): Promise<TestConsole> {
  const desk = await openTestConsole(nodeUrl, null);
  await desk.signIn(username);
  return desk;
}

async function openTestConsole(nodeUrl: string, origin: Origin | null): Promise<TestConsole> {
  const folder = createTestFolder();
  if (origin !== null) cpSync(origin.folder, folder.path, { recursive: true });
  const plug = createPlug(origin !== null);
  const sentAgain: number[] = [];
  const received: string[] = [];
  const alerts: ConsoleEventData<'alert'>[] = [];
  const jar: CookieJar = { cookie: origin?.cookie ?? null };
  let transport: Transport;
  const start = async (): Promise<Replica> => {
    transport = withPlug(createNodeTransport({ nodeUrl, io, fetch, timers: systemTimers }), plug, received);
    const replica = await createReplica(hostOf(nodeUrl, folder.path, { transport, plug, jar }));
    replica.on('alert', (alert) => alerts.push(alert));
    replica.on('sentAgain', ({ count }) => sentAgain.push(count));
    return replica;
  };
  const desk: TestConsole = {
    replica: await start(),
    received,
    alerts,
    folder: folder.path,
    sentAgain,
    plug,
    copy: () => openTestConsole(nodeUrl, { folder: folder.path, cookie: jar.cookie }),
    call: async (name, args) => {
      const result = await desk.replica.call(name, args);
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return result.value;
    },
    change: async (name, args) => {
      const made = await desk.call('mutate', { name, args: args as never });
      if (!('id' in made)) throw new Error(`${name} was not kept: ${JSON.stringify(made)}`);
      return made.id;
    },
    signIn: async (login) =>
      void (await desk.call('session.signIn', { username: login, password: testPassword })),
    cut: () => {
      plug.isCut = true;
      transport.close();
    },
    mend: () => {
      plug.isCut = false;
      desk.replica.nudge();
    },
    loseNextAnswer: () => {
      plug.losesAnswer = true;
    },
    restart: async () => {
      await desk.replica.close();
      desk.replica = await start();
    },
    [Symbol.asyncDispose]: async () => {
      await desk.replica.close();
      folder[Symbol.dispose]();
    },
  };
  return desk;
}
