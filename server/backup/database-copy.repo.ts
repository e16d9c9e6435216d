import { chmodSync, closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { hashTables, type TableHash } from './table-hash.repo.ts';

const busyTimeoutMs = 5_000;

export interface DatabaseCopy {
  /** Of the source, at the moment that the copy shows. */
  tableByName: Record<string, TableHash>;
}

/**
 * Copies a database that may be in use, by this process or another, into `to`, a file for its owner alone. One read
 * transaction spans the hashes and the copy, so both are of one moment however much is written meanwhile.
 */
export async function copyDatabase(from: string, to: string): Promise<DatabaseCopy> {
  createOwnerOnly(to);
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
  try {
    source.exec('BEGIN');
    const tableByName = hashTables(source);
    await source.backup(to);
    source.exec('COMMIT');
    makeSelfContained(to);
    return { tableByName };
  } finally {
    source.close();
  }
}

function createOwnerOnly(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
  chmodSync(file, 0o600);
}

/** The copy has its source's WAL mode, which would put two more files beside it whenever it is read. */
function makeSelfContained(file: string): void {
  const copy = new Database(file, { timeout: busyTimeoutMs });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
