import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** What a table holds, in short: two that are equal hold the same rows. */
export interface TableHash {
  rows: number;
  /** SHA-256 over the rows in the order of their key. */
  hash: string;
}

interface TableInfo {
  name: string;
  hasRowid: boolean;
}

/** Every table that holds rows of its own, those behind a full-text index too. */
export function hashTables(connection: Database.Database): Record<string, TableHash> {
  return Object.fromEntries(
    listTables(connection).map((table) => [table.name, hashTable(connection, table)]),
  );
}

function listTables(connection: Database.Database): TableInfo[] {
  return connection
    .prepare<[], { name: string; wr: number }>(
      `select name, wr from pragma_table_list
      where schema = 'main' and type in ('table', 'shadow') and name not like 'sqlite~_%' escape '~'
      order by name`,
    )
    .all()
    .map(({ name, wr }) => ({ name, hasRowid: wr === 0 }));
}

function hashTable(connection: Database.Database, { name, hasRowid }: TableInfo): TableHash {
  const columns = connection
    .prepare<[string], { name: string; pk: number }>('select name, pk from pragma_table_info(?) order by cid')
    .all(name);
  const key = columns
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map((column) => quote(column.name));
  const order = hasRowid ? 'rowid' : key.join(', ');
  const sql = `select ${columns.map((column) => quote(column.name)).join(', ')} from ${quote(name)} order by ${order}`;
  const hash = createHash('sha256');
  let rows = 0;
  for (const row of connection.prepare<[], unknown[]>(sql).raw().iterate()) {
    hash.update(JSON.stringify(row)).update('\n');
    rows += 1;
  }
  return { rows, hash: hash.digest('hex') };
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
