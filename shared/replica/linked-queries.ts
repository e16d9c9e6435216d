import { ticketColumns } from '../model/columns.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { ReplicaDb } from './tables.ts';

/** The tickets merged into this one, and those merged into them, as the agent sees them; the oldest first. */
export async function listMerged(db: ReplicaDb, uid: string): Promise<TicketRow[]> {
  const found = new Map<string, TicketRow>();
  let level = [uid];
  while (level.length > 0) {
    const rows = await db
      .selectFrom('ticket_view')
      .select(ticketColumns)
      .where('merged_into_uid', 'in', level)
      .execute();
    // Two predictions may form a circle that the node will refuse.
    const next = rows.filter((row) => row.uid !== uid && !found.has(row.uid));
    for (const row of next) found.set(row.uid, row);
    level = next.map((row) => row.uid);
  }
  return [...found.values()].toSorted((a, b) => a.created_at - b.created_at);
}

export function listSplitOff(db: ReplicaDb, uid: string): Promise<TicketRow[]> {
  return db
    .selectFrom('ticket_view')
    .select(ticketColumns)
    .where('split_from_uid', '=', uid)
    .orderBy('created_at')
    .orderBy('uid')
    .execute();
}
