import { openStatuses } from '#shared/model/status.ts';
import type { Db } from '../database/handles.ts';

/** The query itself, so that tests can look at its plan. */
export function openTicketsQuery(db: Db, assigneeId: number, limit: number) {
  return db
    .selectFrom('ticket')
    .select('id')
    .where('assignee_id', '=', assigneeId)
    .where('status', 'in', openStatuses)
    .where('deleted_at', 'is', null)
    .limit(limit);
}

/** Open tickets whose first assignee this is. */
export async function listOpenTicketIds(db: Db, assigneeId: number, limit: number): Promise<number[]> {
  return (await openTicketsQuery(db, assigneeId, limit).execute()).map(({ id }) => id);
}
