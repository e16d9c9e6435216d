import { CompiledQuery } from 'kysely';
import {
  activityColumns,
  attachmentColumns,
  faqColumns,
  itemColumns,
  messageColumns,
  profileColumns,
  ticketColumns,
} from '../model/columns.ts';
import type { ConversationRows, SnapshotRows } from '../protocol/rows.ts';
import type { ReplicaTx } from './tables.ts';

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
export type TruthTable = keyof typeof columnsByTable;

const texts = new Map<string, string>();

/** The text of a statement that stores so many rows. A row that is here in the same or a newer version stays. */
function textFor(table: TruthTable, rowCount: number): string {
  const key = `${table} ${rowCount}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const names = columnsByTable[table];
  const row = `(${names.map(() => '?').join(',')})`;
  const text = `INSERT INTO ${table} (${names.join(',')}) VALUES ${Array.from({ length: rowCount }, () => row).join(',')}
    ON CONFLICT (uid) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(',')}
    WHERE excluded.ver > ${table}.ver`;
  texts.set(key, text);
  return text;
}

/** Full statements while they last, then powers of two: few texts, whatever the number of rows. */
const nextSize = (left: number, full: number): number =>
  left >= full ? full : 2 ** Math.floor(Math.log2(left));

/**
 * Stores so many rows, of which `read` adds one's values, by the table's columns. Written as SQL text, because building
 * thousands of rows into a query costs more than storing them.
 */
async function store(
  tx: ReplicaTx,
  table: TruthTable,
  count: number,
  read: (row: number, into: unknown[]) => void,
): Promise<void> {
  const full = Math.floor(parametersPerStatement / columnsByTable[table].length);
  for (let row = 0; row < count;) {
    const size = nextSize(count - row, full);
    const parameters: unknown[] = [];
    for (const end = row + size; row < end; row += 1) read(row, parameters);
    await tx.executeQuery(CompiledQuery.raw(textFor(table, size), parameters));
  }
}

/** Stores rows as the node sent them. A row that is here in the same or a newer version stays: repeats do no harm. */
export async function storeRows(tx: ReplicaTx, table: TruthTable, rows: readonly object[]): Promise<void> {
  const names: readonly string[] = columnsByTable[table];
  await store(tx, table, rows.length, (row, into) => {
    const values = rows[row] as Record<string, unknown>;
    for (const name of names) into.push(values[name]);
  });
}

/** Stores a page of the snapshot. */
export async function storePage(tx: ReplicaTx, rows: SnapshotRows): Promise<void> {
  for (const table of ['profile', 'item', 'faq', 'ticket'] as const) {
    await storeColumns(tx, table, rows[table], [...rows[table].uid.keys()]);
  }
}

/** Stores what was said and done on the tickets that wait for it; the rest of the rows is left out. */
export async function storeConversationRows(
  tx: ReplicaTx,
  rows: ConversationRows,
  awaited: ReadonlySet<string>,
): Promise<void> {
  for (const table of ['message', 'activity', 'attachment'] as const) {
    const tickets = rows[table].ticket_uid;
    const wanted = [...tickets.keys()].filter((row) => awaited.has(tickets[row] ?? ''));
    await storeColumns(tx, table, rows[table], wanted);
  }
}

async function storeColumns(
  tx: ReplicaTx,
  table: TruthTable,
  columns: object,
  wanted: readonly number[],
): Promise<void> {
  const lists = columnsByTable[table].map((name) => (columns as Record<string, unknown[]>)[name] ?? []);
  await store(tx, table, wanted.length, (row, into) => {
    const index = wanted[row] ?? 0;
    for (const list of lists) into.push(list[index]);
  });
}
