// A console in a process of its own, to be killed: the real replica on real files, called over the process's channel.

import { randomFillSync } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { io } from 'socket.io-client';
import { createNodeTransport } from '#shared/replica/node-transport.ts';
import { createReplica } from '#shared/replica/replica.ts';
import { createSessionClient } from '#shared/replica/session-client.ts';
import { withStatementCache } from '#shared/sqlite/statement-cache.ts';
import { consoleAsk, consoleStart, type ConsoleWord } from './console-contract.ts';
import { systemTimers } from '../testing/timers.ts';

/** So few that a kill often meets a checkpoint. */
const checkpointPages = 40;

const { folder, nodeUrl, pageLimit } = consoleStart.parse(JSON.parse(process.argv[2] ?? ''));
const cookieFile = join(folder, 'cookie');
const replicaFile = join(folder, 'replica.db');

/** With the settings of the desktop app, but for checkpoints. */
function openFile(path: string, synchronous: 'FULL' | 'NORMAL'): SqliteDialect {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${synchronous}`);
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  if (pageLimit !== null) database.pragma(`max_page_count = ${pageLimit}`);
  return new SqliteDialect({ database: withStatementCache(database) });
}

const replica = await createReplica({
  outbox: openFile(join(folder, 'outbox.db'), 'FULL'),
  openReplica: async () => openFile(replicaFile, 'NORMAL'),
  deleteReplica: async () =>
    ['', '-wal', '-shm'].forEach((end) => rmSync(replicaFile + end, { force: true })),
  transport: createNodeTransport({ nodeUrl, io, fetch, timers: systemTimers }),
  session: createSessionClient({
    nodeUrl,
    fetch,
    timers: systemTimers,
    cookieStore: {
      load: async () => (existsSync(cookieFile) ? readFileSync(cookieFile, 'utf8') : null),
      save: async (value) => {
        writeFileSync(`${cookieFile}.new`, value ?? '');
        renameSync(`${cookieFile}.new`, cookieFile);
        if (value === null) rmSync(cookieFile);
      },
    },
  }),
  clock: { now: () => Date.now() },
  random: (length) => randomFillSync(new Uint8Array(length)),
  timers: systemTimers,
  nodeUrl,
  isDurable: true,
  log: (level, message, data) =>
    void process.stderr.write(`${level} ${message} ${JSON.stringify(data ?? {})}\n`),
});

const say = (word: ConsoleWord): void => void process.send?.(word);

process.on('message', (message) => {
  const { id, name, args } = consoleAsk.parse(message);
  // The replica parses name and arguments itself.
  void replica.call(name as never, args as never).then((result) => say({ kind: 'answer', id, result }));
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => void replica.close().then(() => process.exit(0)));
say({ kind: 'ready' });
