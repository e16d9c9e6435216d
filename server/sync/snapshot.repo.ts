import type { Status } from '#shared/model/status.ts';
import type { Token } from '#shared/model/permissions.ts';
import type { Db } from '../database/handles.ts';

/** Tickets that ended longer ago than this are found by search on the node instead. */
export const keepClosedMs = 30 * 24 * 60 * 60 * 1000;

const ended = ['closed', 'cancelled'] as const satisfies Status[];

/** The working set of these tokens: what has not ended, and what ended lately. */
function workingSet(db: Db, tokens: readonly Token[], now: number) {
  const working = db
    .selectFrom('ticket')
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('status', 'not in', ended), eb('closed_at', '>', now - keepClosedMs)]));
  // Who reads everything needs no look at the audiences: the pages then come straight off the primary key.
  if (tokens.includes('admin')) return working;
  const audiences = db.selectFrom('audience_token').select('audience_id').where('token', 'in', tokens);
  return working.where('audience_id', 'in', audiences);
}

/** The order in which a console needs its tickets: what its user works on, what is open, what ended lately. */
export const parts = ['own', 'open', 'ended'] as const;
export type Part = (typeof parts)[number];

export interface Range {
  part: Part;
  /** The last ticket of the page before; null at the beginning of the part. */
  beforeId: number | null;
  limit: number;
}

/** Ids of one part of the working set, newest first. */
export async function listWorkingSet(
  db: Db,
  reader: { tokens: readonly Token[]; userId: number; now: number },
  { part, beforeId, limit }: Range,
): Promise<number[]> {
  const { tokens, userId, now } = reader;
  if (tokens.length === 0) return [];
  let query = workingSet(db, tokens, now).select('id').orderBy('id', 'desc').limit(limit);
  query = query.where('status', part === 'ended' ? 'in' : 'not in', ended);
  if (part === 'own') query = query.where('assignee_id', '=', userId);
  if (part === 'open')
    query = query.where((eb) => eb.or([eb('assignee_id', 'is', null), eb('assignee_id', '!=', userId)]));
  if (beforeId !== null) query = query.where('id', '<', beforeId);
  return (await query.execute()).map((row) => row.id);
}

export async function countWorkingSet(db: Db, tokens: readonly Token[], now: number): Promise<number> {
  if (tokens.length === 0) return 0;
  const { total } = await workingSet(db, tokens, now)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}
