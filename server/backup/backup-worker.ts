// A backup away from the node's thread: hashing every row of a large desk would hold up everybody.

import { parentPort, workerData } from 'node:worker_threads';
import { BackupFailed } from './backup-failed.ts';
import { makeBackup, type BackupOrder } from './make-backup.ts';
import type { WorkerAnswer } from './make-in-worker.ts';

async function work(): Promise<WorkerAnswer> {
  try {
    return { manifest: await makeBackup(workerData as BackupOrder) };
  } catch (error) {
    if (error instanceof BackupFailed) return { failure: error.message };
    throw error;
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(await work());
