import type { SAHPoolUtil, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { DeskError } from '#shared/protocol/errors.ts';

/** Two databases, each with its log and its journal, and room to spare: a full pool cannot create a file. */
const poolCapacity = 8;

/** A page that was just left may hold its files a moment longer (sqlite-wasm #79): first often, then patiently. */
const retryWaitsMs = [50, 50, 50, 50, 50, 100, 200, 400, 800, 1600];

/** These options are read, though the types do not name them. */
type PoolOptions = Parameters<Sqlite3Static['installOpfsSAHPoolVfs']>[0] & {
  forceReinitIfPreviouslyFailed: boolean;
  verbosity: number;
};

const poolOptions: PoolOptions = {
  name: 'waypost',
  directory: '.waypost',
  initialCapacity: poolCapacity,
  forceReinitIfPreviouslyFailed: true,
  // Without it, a pool that cannot be opened is deleted, and with it every change that was not sent.
  preserveOnInitFailure: true,
  verbosity: 0,
};

/**
 * The pool of files in the browser's private file system, or null where there is none. A file system that is there but
 * cannot be opened is an error: going on in memory would hide what it holds.
 */
export async function openPool(sqlite3: Sqlite3Static): Promise<SAHPoolUtil | null> {
  if (!(await hasFileSystem())) return null;
  for (const waitMs of retryWaitsMs) {
    try {
      return await install(sqlite3);
    } catch (error) {
      if (!isHeld(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return install(sqlite3).catch((cause: unknown) => {
    throw new DeskError('unavailable', 'Another tab or window still holds the saved data', { cause });
  });
}

async function install(sqlite3: Sqlite3Static): Promise<SAHPoolUtil> {
  const pool = await sqlite3.installOpfsSAHPoolVfs(poolOptions);
  // A pool that was cut short while it was made stays small otherwise.
  await pool.reserveMinimumCapacity(poolCapacity);
  return pool;
}

function isHeld(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NoModificationAllowedError';
}

/** Missing over plain http to another machine; refused in some browsers' private windows. */
async function hasFileSystem(): Promise<boolean> {
  try {
    await navigator.storage.getDirectory();
    return 'createSyncAccessHandle' in FileSystemFileHandle.prototype;
  } catch {
    return false;
  }
}
