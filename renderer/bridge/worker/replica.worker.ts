import { createReplica } from '#shared/replica/replica.ts';
import { loadSqlite } from './load-sqlite.ts';
import { lineOver, type Log, type PageMessage, type WorkerMessage } from './messages.ts';
import { serveReplica } from './serve-replica.ts';
import { openStorage } from './storage.ts';
import { watchQuota } from './watch-quota.ts';
import { createWorkerHost } from './worker-host.ts';

/**
 * The dedicated worker that holds the browser's replica: the private file system can be used from such a worker only,
 * and a query never holds up the page.
 */
const line = lineOver<WorkerMessage, PageMessage>(self);

/** Absent over plain http to another machine, where nothing is kept either. */
const quota =
  'FileSystemSyncAccessHandle' in self ? watchQuota(FileSystemSyncAccessHandle.prototype) : undefined;

const log: Log = (level, message, data = {}) => line.send({ kind: 'log', level, message, data });

// Touches no file, so it need not wait for the page's turn.
const loaded = loadSqlite((message) => log('warn', message));
// Told to the page when that asks for the replica.
loaded.catch(() => undefined);

serveReplica(line, async () => {
  const storage = await openStorage(await loaded, quota);
  const replica = await createReplica(createWorkerHost(storage, self.location.origin, log));
  return { replica, release: () => storage.close() };
});
