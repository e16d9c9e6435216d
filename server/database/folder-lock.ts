import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Makes this process the only node on the data folder, until the answered function is called or the process ends,
 * however it ends: the lock is the system's own on an open file, so nothing stale can be left behind.
 * Answers null when another process holds it.
 */
export function lockFolder(dataDir: string): (() => void) | null {
  const file = join(dataDir, 'node.lock');
  closeSync(openSync(file, 'a', 0o600));
  const connection = new Database(file, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return () => connection.close();
}
