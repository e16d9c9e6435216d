import { sql } from 'kysely';
import type { Token } from '#shared/model/permissions.ts';
import type { Entity } from '#shared/protocol/sync.ts';
import type { Db } from '../database/handles.ts';

export interface ChangedRow {
  ent: Entity;
  row_id: number;
  ticket_id: number | null;
  /** 1 when the row changed hands in between: readers may have gained or lost it. */
  has_moved: number;
}

/**
 * Distinct rows that changed after `cursor` and that the tokens may read now or could read before a change. The log
 * only names them; what they hold and who may see it is read from the rows.
 */
export async function listChangedRows(
  db: Db,
  range: { cursor: number; head: number },
  tokens: readonly Token[],
): Promise<ChangedRow[]> {
  if (tokens.length === 0) return [];
  const audiences = db.selectFrom('audience_token').select('audience_id').where('token', 'in', tokens);
  const rows = await db
    .selectFrom('change_log')
    .select(['ent', 'row_id', 'ticket_id'])
    .select(sql<number>`max(case when audience_id <> prev_audience_id then 1 else 0 end)`.as('has_moved'))
    .where('seq', '>', range.cursor)
    .where('seq', '<=', range.head)
    .where((eb) => eb.or([eb('audience_id', 'in', audiences), eb('prev_audience_id', 'in', audiences)]))
    .groupBy(['ent', 'row_id', 'ticket_id'])
    .execute();
  return rows as ChangedRow[];
}

export async function listTicketUids(db: Db, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('ticket').select('uid').where('id', 'in', ids).execute();
  return rows.map((row) => row.uid);
}

export async function listProfileUids(
  db: Db,
  ids: readonly number[],
): Promise<{ id: number; uid: string }[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('user').select(['id', 'uid']).where('id', 'in', ids).execute();
}
