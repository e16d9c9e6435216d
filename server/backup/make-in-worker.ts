import { Worker } from 'node:worker_threads';
import { BackupFailed } from './backup-failed.ts';
import { discardDatabase } from './durable-file.ts';
import { partOf, type BackupOrder } from './make-backup.ts';
import type { Manifest } from './manifest.ts';

export type WorkerAnswer = { manifest: Manifest } | { failure: string };

/** Beside the bundle (build/out/server/backup-worker.js), or as seen from the source. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './backup-worker.ts' : './backup-worker.js',
  import.meta.url,
);

/** As `makeBackup`, in a thread of its own; `signal` ends it with nothing left behind. */
export async function makeInWorker(order: BackupOrder, signal: AbortSignal): Promise<Manifest> {
  const worker = new Worker(entry, { workerData: order });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  const { promise, resolve, reject } = Promise.withResolvers<WorkerAnswer>();
  worker.once('message', resolve).once('error', reject);
  worker.once('exit', () => reject(new BackupFailed('No backup was made: the node stops')));
  try {
    const answer = await promise;
    if ('failure' in answer) throw new BackupFailed(answer.failure);
    return answer.manifest;
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
    discardDatabase(partOf(order));
  }
}
