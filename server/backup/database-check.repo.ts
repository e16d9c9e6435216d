import Database from 'better-sqlite3';
import { reasonOf } from './backup-failed.ts';
import { hashTables, type TableHash } from './table-hash.repo.ts';

/** What was found in a database file that somebody wants to rely on. */
export interface DatabaseCheck {
  /** What is wrong with it, in words for people; empty when nothing is. */
  faults: string[];
  tableByName: Record<string, TableHash>;
  /** The newest step of its schema; null when it is no database of Waypost. */
  migration: string | null;
  /** Where its change log stands. */
  epoch: string | null;
  head: number;
  /** The content hashes of the attachments that its rows speak of. */
  attachmentHashes: string[];
}

const shownFaults = 5;

/** Reads the whole file: its pages, its references, every row. Changes nothing. */
export function checkDatabase(file: string): DatabaseCheck {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { readonly: true, fileMustExist: true });
    return checkConnection(connection);
  } catch (error) {
    const nothing = { tableByName: {}, migration: null, epoch: null, head: 0, attachmentHashes: [] };
    return { faults: [`it cannot be read (${reasonOf(error)})`], ...nothing };
  } finally {
    connection?.close();
  }
}

function checkConnection(connection: Database.Database): DatabaseCheck {
  const faults = [...findDamage(connection), ...findLooseReferences(connection)];
  const tableByName = faults.length === 0 ? hashTables(connection) : {};
  const has = (table: string): boolean => tableByName[table] !== undefined;
  const head = has('sync_head') ? readHead(connection) : undefined;
  if (faults.length === 0 && head === undefined) faults.push('it is no database of a Waypost node');
  return {
    faults,
    tableByName,
    migration: has('kysely_migration') ? readMigration(connection) : null,
    epoch: head?.epoch ?? null,
    head: head?.seq ?? 0,
    attachmentHashes: has('attachment') ? readAttachmentHashes(connection) : [],
  };
}

function findDamage(connection: Database.Database): string[] {
  const rows = connection.pragma(`integrity_check(${shownFaults})`) as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
}

function findLooseReferences(connection: Database.Database): string[] {
  const rows = connection
    .prepare<[], { table: string; parent: string; times: number }>(
      `select "table", parent, count(*) as times from pragma_foreign_key_check group by 1, 2`,
    )
    .all();
  return rows.map(({ table, parent, times }) => `${times} rows of ${table} refer to no row of ${parent}`);
}

function readHead(connection: Database.Database): { seq: number; epoch: string } | undefined {
  return connection
    .prepare<[], { seq: number; epoch: string }>('select seq, epoch from sync_head where id = 1')
    .get();
}

function readMigration(connection: Database.Database): string | null {
  return (
    connection
      .prepare<[], { name: string }>('select name from kysely_migration order by name desc limit 1')
      .get()?.name ?? null
  );
}

function readAttachmentHashes(connection: Database.Database): string[] {
  return connection
    .prepare<[], { hash: string }>('select distinct content_hash as hash from attachment order by 1')
    .all()
    .map(({ hash }) => hash);
}
