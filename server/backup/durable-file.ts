import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Everything written to the file so far is on the disk. */
export function syncFile(file: string): void {
  syncPath(file, 'r+');
}

/** A name given or taken in the folder is there after a power cut, too. Windows does so by itself. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncPath(folder, 'r');
}

function syncPath(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Puts `from` in the place of `to` at once: a crash leaves the old one or the new one, whole. */
export function putInPlace(from: string, to: string): void {
  syncFile(from);
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** A small file for its owner alone, whole or not there. */
export function writeDurably(file: string, text: string): void {
  const fresh = `${file}.${process.pid}.part`;
  try {
    const descriptor = openSync(fresh, 'w', 0o600);
    try {
      writeSync(descriptor, text);
    } finally {
      closeSync(descriptor);
    }
    putInPlace(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Removes a database file with whatever SQLite keeps beside it, after something else went wrong already. */
export function discardDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) {
    try {
      rmSync(file + end, { force: true });
    } catch {
      // A folder that cannot be looked into holds nothing of it.
    }
  }
}
