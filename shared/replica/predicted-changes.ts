import { listKept, type KeptMutation, type KeptQuery, type OutboxDb } from './kept-mutations.ts';

const states = ['pending', 'applied'] as const;
const ticketsPerStatement = 500;

/** Changes whose effect the rows from the node do not show yet: those of some tickets, or all. */
export async function listPredicted(
  db: OutboxDb,
  userId: number,
  ticketUids?: readonly string[],
): Promise<KeptMutation[]> {
  const open = (query: KeptQuery): KeptQuery => query.where('state', 'in', states);
  if (ticketUids === undefined) return listKept(db, userId, open);
  const kept: KeptMutation[] = [];
  for (let from = 0; from < ticketUids.length; from += ticketsPerStatement) {
    const part = ticketUids.slice(from, from + ticketsPerStatement);
    kept.push(...(await listKept(db, userId, (query) => open(query).where('ticket_uid', 'in', part))));
  }
  return kept;
}

/** The tickets of the changes that are predicted. */
export async function listPredictedTickets(db: OutboxDb, userId: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('mutation')
    .select('ticket_uid')
    .distinct()
    .where('user_id', '=', userId)
    .where('state', 'in', states)
    .execute();
  return new Set(rows.map((row) => row.ticket_uid));
}
