import { CompiledQuery, sql } from 'kysely';
import {
  activityColumns,
  attachmentColumns,
  faqColumns,
  itemColumns,
  messageColumns,
  profileColumns,
  ticketColumns,
} from '../model/columns.ts';
import type { Columns, HeldTicketRow, SnapshotRows } from '../protocol/rows.ts';
import type { ReplicaTx } from './truth.ts';

/** Parameters per statement: as many rows as fit are stored by one. */
const parametersPerStatement = 2_000;

const columnsByTable = {
  profile: profileColumns,
  ticket: [...ticketColumns, 'aud'] as const,
  message: messageColumns,
  activity: activityColumns,
  attachment: attachmentColumns,
  item: itemColumns,
  faq: faqColumns,
} as const;
type Table = keyof typeof columnsByTable;

const statements = new Map<string, string>();

/** The text of a statement that stores so many rows. A row that is here in the same or a newer version stays. */
function textFor(table: Table, rowCount: number): string {
  const key = `${table} ${rowCount}`;
  const known = statements.get(key);
  if (known !== undefined) return known;
  const names = columnsByTable[table];
  const row = `(${names.map(() => '?').join(',')})`;
  const text = `INSERT INTO ${table} (${names.join(',')}) VALUES ${Array.from({ length: rowCount }, () => row).join(',')}
    ON CONFLICT (uid) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(',')}
    WHERE excluded.ver > ${table}.ver`;
  statements.set(key, text);
  return text;
}

/**
 * Stores a page of the snapshot. Written as SQL text, because building thousands of rows into a query costs more than
 * storing them.
 */
export async function storeRows(tx: ReplicaTx, rows: SnapshotRows): Promise<void> {
  for (const table of ['profile', 'item', 'faq', 'ticket', 'message', 'activity', 'attachment'] as const) {
    await storeTable(tx, table, rows[table]);
  }
}

async function storeTable(
  tx: ReplicaTx,
  table: Table,
  columns: Partial<Columns<HeldTicketRow>> | SnapshotRows[Table],
): Promise<void> {
  const lists = columnsByTable[table].map((name) => (columns as Record<string, unknown[]>)[name] ?? []);
  const total = lists[0]?.length ?? 0;
  const step = Math.floor(parametersPerStatement / lists.length);
  for (let from = 0; from < total; from += step) {
    const to = Math.min(from + step, total);
    const parameters: unknown[] = [];
    for (let row = from; row < to; row += 1) for (const list of lists) parameters.push(list[row]);
    await tx.executeQuery(CompiledQuery.raw(textFor(table, to - from), parameters));
  }
}

/** Indexes that only make a first sync slower: they are made once everything is there. */
const lateIndexes = {
  message_ticket: 'message (ticket_uid)',
  activity_ticket: 'activity (ticket_uid)',
} as const;

export async function dropLateIndexes(tx: ReplicaTx): Promise<void> {
  for (const name of Object.keys(lateIndexes)) await sql.raw(`DROP INDEX IF EXISTS ${name}`).execute(tx);
}

export async function createLateIndexes(tx: ReplicaTx): Promise<void> {
  for (const [name, on] of Object.entries(lateIndexes)) {
    await sql.raw(`CREATE INDEX IF NOT EXISTS ${name} ON ${on}`).execute(tx);
  }
}
