import { randomFillSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { io } from 'socket.io-client';
import type { ConsoleArgs, ConsoleCall, ConsoleResult } from '#shared/protocol/ipc.ts';
import type { SyncStatus } from '#shared/protocol/sync-status.ts';
import { createNodeTransport } from '#shared/replica/node-transport.ts';
import { createReplica, type Replica } from '#shared/replica/replica.ts';
import { sharedNowMs } from '../harness/statistics.ts';
import type { ConsoleSpec, FirstSync } from './console-calls.ts';
import { openConsoleFile } from './console-file.ts';
import { createPlug, type Plug } from './plug.ts';
import { systemTimers } from '../../testing/timers.ts';

const tokenSeconds = 60 * 60;
const liveWaitMs = 60_000;
const indexLookMs = 50;
/** What the list shows at once. */
const firstPageRows = 50;

/** A whole console: real files, the real transport. Only the password is left out: its token is brought along. */
export class BenchConsole {
  readonly replica: Replica;
  readonly replicaFile: string;
  readonly plug: Plug;
  /** A second connection to the replica's file, for looking at what is committed. */
  #findMessage: Database.Statement | undefined;

  private constructor(replica: Replica, replicaFile: string, plug: Plug) {
    this.replica = replica;
    this.replicaFile = replicaFile;
    this.plug = plug;
  }

  /** `isCut`: its plug is pulled from the start, so that it is there but speaks with nobody. */
  static async open(
    nodeUrl: string,
    { folder, user, token }: ConsoleSpec,
    { isCut = false }: { isCut?: boolean } = {},
  ): Promise<BenchConsole> {
    const plug = createPlug(createNodeTransport({ nodeUrl, io, fetch, timers: systemTimers }), isCut);
    const replicaFile = join(folder, 'replica.db');
    const grant = { ok: true, value: { access_token: token, expires_in: tokenSeconds, user } } as const;
    const replica = await createReplica({
      outbox: openConsoleFile(join(folder, 'outbox.db'), 'FULL'),
      openReplica: async () => openConsoleFile(replicaFile, 'NORMAL'),
      deleteReplica: async () => rmSync(replicaFile, { force: true }),
      transport: plug.transport,
      session: { signIn: async () => grant, refresh: async () => grant, signOut: async () => {} },
      clock: { now: () => Date.now() },
      random: (length) => randomFillSync(new Uint8Array(length)),
      timers: systemTimers,
      nodeUrl,
      isDurable: true,
      log: (level, message, data) => {
        if (level !== 'info') console.error(message, data);
      },
    });
    return new BenchConsole(replica, replicaFile, plug);
  }

  /** @throws when the console refuses */
  async call<Call extends ConsoleCall>(name: Call, args: ConsoleArgs<Call>): Promise<ConsoleResult<Call>> {
    const result = await this.replica.call(name, args);
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    return result.value;
  }

  /** Signs in on empty files and waits until everything is there. */
  async syncFirst(): Promise<FirstSync> {
    const startedAt = sharedNowMs();
    let firstPageAt: number | null = null;
    const stopLooking = this.replica.on('changed', ({ is_reset }) => {
      if (!is_reset || firstPageAt !== null) return;
      void this.call('tickets.list', { view: 'open', after: null, limit: firstPageRows }).then(
        ({ items }) => {
          if (items.length === firstPageRows) firstPageAt ??= sharedNowMs();
        },
      );
    });
    const live = this.#isLive();
    const whole = this.#isWhole();
    await this.call('session.signIn', { username: 'bench', password: 'not asked for' });
    await live;
    const liveAt = sharedNowMs();
    stopLooking();
    await whole;
    return {
      firstPageMs: (firstPageAt ?? liveAt) - startedAt,
      liveMs: liveAt - startedAt,
      wholeMs: sharedNowMs() - startedAt,
    };
  }

  /** Puts the plug back in and waits until nothing is missing. */
  async reconnect(): Promise<void> {
    const live = this.#isLive();
    this.plug.put();
    this.replica.nudge();
    await live;
  }

  /** Waits until nothing waits to be sent. */
  async isDrained(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = this.replica.on('status', ({ queued }) => {
      if (queued === 0) resolve();
    });
    if ((await this.call('sync.status', {})).queued === 0) resolve();
    return promise.finally(stop);
  }

  /** Waits until the search knows every ticket. */
  async isIndexed(): Promise<void> {
    while (!(await this.call('tickets.search', { text: 'bank', limit: 1 })).is_complete)
      await pause(indexLookMs);
  }

  #isLive(): Promise<void> {
    return this.#isSo(({ connection }) => connection.state === 'live', 'become live');
  }

  #isWhole(): Promise<void> {
    return this.#isSo(
      ({ connection, unfetched }) => connection.state === 'live' && unfetched === 0,
      'fetch everything',
    );
  }

  #isSo(test: (status: SyncStatus) => boolean, what: string): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => reject(new Error(`The console did not ${what}`)), liveWaitMs);
    const stop = this.replica.on('status', (status) => {
      if (test(status)) resolve();
    });
    return promise.finally(() => {
      clearTimeout(timer);
      stop();
    });
  }

  /** When a message from the node has been committed to this console's file, as another connection to it sees it. */
  awaitMessage(messageUid: string): Promise<number> {
    this.#findMessage ??= new Database(this.replicaFile, { readonly: true })
      .prepare('SELECT 1 FROM message WHERE uid = ? AND id IS NOT NULL')
      .pluck();
    const find = this.#findMessage;
    return new Promise((resolve) => {
      const stop = this.replica.on('changed', () => {
        const at = sharedNowMs();
        if (find.get(messageUid) === undefined) return;
        stop();
        resolve(at);
      });
    });
  }

  async close(): Promise<void> {
    this.#findMessage?.database.close();
    await this.replica.close();
  }
}
