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
  /** The number of its newest change. */
  last_seq: number;
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
    .select((eb) => eb.fn.max('seq').as('last_seq'))
    .where('seq', '>', range.cursor)
    .where('seq', '<=', range.head)
    .where((eb) => eb.or([eb('audience_id', 'in', audiences), eb('prev_audience_id', 'in', audiences)]))
    .groupBy(['ent', 'row_id', 'ticket_id'])
    .execute();
  return rows as ChangedRow[];
}

/** Where a page of about `limit` entries that the tokens may know of ends; the head when there are fewer. */
export async function findPageEnd(
  db: Db,
  range: { cursor: number; head: number },
  tokens: readonly Token[],
  limit: number,
): Promise<number> {
  const audiences = db.selectFrom('audience_token').select('audience_id').where('token', 'in', tokens);
  const last = await db
    .selectFrom('change_log')
    .select('seq')
    .where('seq', '>', range.cursor)
    .where('seq', '<=', range.head)
    .where((eb) => eb.or([eb('audience_id', 'in', audiences), eb('prev_audience_id', 'in', audiences)]))
    .orderBy('seq')
    .limit(1)
    .offset(limit - 1)
    .executeTakeFirst();
  return last?.seq ?? range.head;
}

/**
 * Most entries that one pull answers: more are cheaper as a snapshot, which comes in pages, and would not fit into one
 * statement's parameters.
 */
const pullLimit = 25_000;

/** Whether so much has happened that a console takes everything anew. */
export async function isTooMuch(
  db: Db,
  range: { cursor: number; head: number },
  tokens: readonly Token[],
): Promise<boolean> {
  if (range.head - range.cursor <= pullLimit || tokens.length === 0) return false;
  return (await findPageEnd(db, range, tokens, pullLimit)) < range.head;
}

export async function listTicketUids(db: Db, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('ticket').select('uid').where('id', 'in', ids).execute();
  return rows.map((row) => row.uid);
}

/** By what people call them, also of tickets that were deleted. */
export function listTicketCodes(db: Db, ids: readonly number[]): Promise<{ id: number; code: string }[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('ticket').select(['id', 'code']).where('id', 'in', ids).execute();
}
