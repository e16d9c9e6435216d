import { sql, type RawBuilder } from 'kysely';
import { ticketColumns } from '../model/columns.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { ViewFilter } from '../model/view-filter.ts';
import { sortKeyOf, type ViewReader } from '../model/view-meaning.ts';
import type { ListCursor } from '../protocol/ticket-list.ts';
import { selectView, sortKeySql } from './view-sql.ts';
import type { ReplicaDb } from './tables.ts';

/** A page of a view in its own order; `next` is where the following one begins, null after the last. */
export async function listView(
  db: ReplicaDb,
  filter: ViewFilter,
  reader: ViewReader,
  { after, limit }: { after: ListCursor | null; limit: number },
): Promise<{ rows: TicketRow[]; next: ListCursor | null }> {
  const key = sortKeySql(filter.sort);
  let query = selectView(db, filter, reader)
    .select(ticketColumns)
    .orderBy(key, 'desc')
    .orderBy('uid', 'desc')
    .limit(limit);
  if (after !== null) query = query.where(sql<boolean>`(${key}, uid) < (${after.key}, ${after.uid})`);
  const rows = await query.execute();
  const last = rows.at(-1);
  const isLast = rows.length < limit || last === undefined;
  return { rows, next: isLast ? null : { key: sortKeyOf(filter.sort, last), uid: last.uid } };
}

/** The held rows of tickets that have predictions. */
const overlaid = sql<TicketRow>`(SELECT ticket.* FROM ticket_overlay CROSS JOIN ticket USING (uid))`;

/**
 * Counts the node's rows, exchanges those that have predictions for these. The view would look for a prediction of each
 * row, which costs several times as much as counting it.
 */
export async function countView(db: ReplicaDb, filter: ViewFilter, reader: ViewReader): Promise<number> {
  const countIn = (rows: RawBuilder<TicketRow>) =>
    selectView(db, filter, reader, rows).select((eb) => eb.fn.countAll<number>().as('n'));
  const { n } = await db
    .selectNoFrom(
      sql<number>`${countIn(sql`ticket`)} - ${countIn(overlaid)} + ${countIn(sql`ticket_overlay`)}`.as('n'),
    )
    .executeTakeFirstOrThrow();
  return n;
}

/** The next moment after `now` at which a snooze ends, ms UTC. */
export async function nextWakeUp(db: ReplicaDb, now: number): Promise<number | null> {
  const { at } = await db
    .selectFrom('ticket_view')
    .select((eb) => eb.fn.min('snoozed_until').as('at'))
    .where('snoozed_until', '>', now)
    .executeTakeFirstOrThrow();
  return at;
}
