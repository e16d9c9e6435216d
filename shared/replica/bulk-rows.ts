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
  for (const table of ['profile', 'item', 'faq', 'ticket'] as const) {
    await storeTable(tx, table, rows[table], () => true);
  }
}

/** Stores what was said and done on the tickets that wait for it; the rest of the rows is left out. */
export async function storeConversationRows(
  tx: ReplicaTx,
  { message, activity, attachment }: ConversationRows,
  awaited: ReadonlySet<string>,
): Promise<void> {
  await storeTable(tx, 'message', message, (row) => awaited.has(message.ticket_uid[row] ?? ''));
  await storeTable(tx, 'activity', activity, (row) => awaited.has(activity.ticket_uid[row] ?? ''));
  await storeTable(tx, 'attachment', attachment, (row) => awaited.has(attachment.ticket_uid[row] ?? ''));
}

async function storeTable(
  tx: ReplicaTx,
  table: Table,
  columns: object,
  isWanted: (row: number) => boolean,
): Promise<void> {
  const lists = columnsByTable[table].map((name) => (columns as Record<string, unknown[]>)[name] ?? []);
  const wanted = [...(lists[0]?.keys() ?? [])].filter(isWanted);
  const step = Math.floor(parametersPerStatement / lists.length);
  for (let from = 0; from < wanted.length; from += step) {
    const rows = wanted.slice(from, from + step);
    const parameters: unknown[] = [];
    for (const row of rows) for (const list of lists) parameters.push(list[row]);
    await tx.executeQuery(CompiledQuery.raw(textFor(table, rows.length), parameters));
  }
}
