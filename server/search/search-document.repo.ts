import type { Db } from '../database/handles.ts';

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
