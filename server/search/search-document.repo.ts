import type { Db, Tx } from '../database/handles.ts';

/** Everything that was said on the ticket, notes too, oldest first. */
export async function readConversation(db: Db, ticketId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('message')
    .select('text')
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute();
  return rows.map(({ text }) => text);
}

export async function readTicketNumber(db: Db, ticketId: number): Promise<string> {
  const { number } = await db
    .selectFrom('ticket')
    .select('number')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  return number;
}

/** Its texts changed: the full-text index is behind. */
export async function markDue(tx: Tx, ticketId: number): Promise<void> {
  await tx.sql
    .insertInto('search_due')
    .values({ ticket_id: ticketId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Tickets of which the full-text index does not know everything yet. */
export async function listDue(db: Db, limit: number): Promise<number[]> {
  const rows = await db.selectFrom('search_due').select('ticket_id').limit(limit).execute();
  return rows.map(({ ticket_id }) => ticket_id);
}

export async function unmarkDue(tx: Tx, ticketIds: readonly number[]): Promise<void> {
  await tx.sql.deleteFrom('search_due').where('ticket_id', 'in', ticketIds).execute();
}
