import { sql } from 'kysely';
import type { Conversations } from '../protocol/sync.ts';
import { storeConversationRows } from './bulk-rows.ts';
import type { ReplicaDb, ReplicaTx } from './tables.ts';

/**
 * Tickets that are here without their conversation: a snapshot brings all tickets first, so that there is something to
 * work with at once. What frames and pulls bring is stored on them as on others; they are whole once everything from
 * before has been fetched.
 */
export interface BareTicket {
  uid: string;
  id: number;
}

/** As one parameter: thousands of them cost more to write into a query than to look up. */
const oneOf = (uids: readonly string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(uids)}))`;

/**
 * These tickets, which are here by now, lack their conversations. So do those that were whole in the same version: what
 * hangs on a ticket may change without it.
 */
export async function noteBare(tx: ReplicaTx, uids: readonly string[]): Promise<void> {
  await sql`INSERT INTO bare_ticket (uid, id) SELECT uid, id FROM ticket
    WHERE uid IN ${oneOf(uids)} AND id IS NOT NULL ON CONFLICT DO NOTHING`.execute(tx);
}

/** These tickets are whole, or no longer here. */
export async function endBare(tx: ReplicaTx, uids: readonly string[]): Promise<void> {
  await sql`DELETE FROM bare_ticket WHERE uid IN ${oneOf(uids)}`.execute(tx);
}

/** Those to fetch next: the user's own, then whatever moved last. */
export function listBare(db: ReplicaDb, userId: number, limit: number): Promise<BareTicket[]> {
  return db
    .selectFrom('bare_ticket')
    .innerJoin('ticket', 'ticket.uid', 'bare_ticket.uid')
    .select(['bare_ticket.uid', 'bare_ticket.id'])
    .orderBy(sql`ticket.assignee_id is not ${userId}`)
    .orderBy('ticket.updated_at', 'desc')
    .limit(limit)
    .execute();
}

/** Those of these tickets, at most a page of them, that are bare. */
export function findBare(db: ReplicaDb | ReplicaTx, uids: readonly string[]): Promise<BareTicket[]> {
  return db.selectFrom('bare_ticket').select(['uid', 'id']).where('uid', 'in', uids).execute();
}

export async function countBare(db: ReplicaDb): Promise<number> {
  const { n } = await db
    .selectFrom('bare_ticket')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/**
 * Stores conversations as the node read them. A ticket that has left meanwhile stays away: its rows are dropped.
 * `hidden`: tickets that are still here, and that the node does not show.
 */
export async function storeConversations(
  tx: ReplicaTx,
  asked: readonly BareTicket[],
  { uids, rows }: Conversations,
): Promise<{ whole: string[]; hidden: string[] }> {
  const awaited = (
    await findBare(
      tx,
      asked.map(({ uid }) => uid),
    )
  ).map(({ uid }) => uid);
  const told = new Set(uids);
  const whole = awaited.filter((uid) => told.has(uid));
  await storeConversationRows(tx, rows, new Set(whole));
  await endBare(tx, whole);
  return { whole, hidden: awaited.filter((uid) => !told.has(uid)) };
}
