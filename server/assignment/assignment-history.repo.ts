import { sql, type SqlBool } from 'kysely';
import type { Db } from '../database/handles.ts';

export interface AssignmentFilter {
  /** What the node did by itself, what people did, or both when null. */
  isAutomatic: boolean | null;
  /** Only what came before this activity. */
  after: number | null;
}

/** The query itself, so that tests can look at its plan. */
export function assignmentsQuery(db: Db, { isAutomatic, after }: AssignmentFilter, limit: number) {
  let query = db
    .selectFrom('activity')
    .innerJoin('ticket', 'ticket.id', 'activity.ticket_id')
    .select([
      'activity.id',
      'activity.kind',
      'activity.actor_name',
      'activity.from_value',
      'activity.data',
      'activity.created_at',
      'ticket.id as ticket_id',
      'ticket.uid as ticket_uid',
      'ticket.subject as ticket_subject',
    ])
    .where('ticket.deleted_at', 'is', null)
    // Spelled out, because an index for some rows alone is not used for values that are handed in.
    .where(sql<SqlBool>`activity.kind in ('assigned', 'reassigned', 'unassigned')`);
  if (isAutomatic !== null) query = query.where('activity.actor_id', isAutomatic ? 'is' : 'is not', null);
  if (after !== null) query = query.where('activity.id', '<', after);
  return query.orderBy('activity.id', 'desc').limit(limit);
}

export type AssignmentRow = Awaited<ReturnType<typeof listAssignments>>[number];

/** Who was given which ticket, newest first. */
export function listAssignments(db: Db, filter: AssignmentFilter, limit: number) {
  return assignmentsQuery(db, filter, limit).execute();
}

/** Names by id, those of deleted users too: the record keeps them. */
export async function findNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('user').select(['id', 'full_name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, full_name }) => [id, full_name]));
}
