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

/** Ids of the working set, newest first, below `beforeId`. */
export async function listWorkingSet(
  db: Db,
  tokens: readonly Token[],
  page: { beforeId: number | null; limit: number; now: number },
): Promise<number[]> {
  if (tokens.length === 0) return [];
  let query = workingSet(db, tokens, page.now).select('id').orderBy('id', 'desc').limit(page.limit);
  if (page.beforeId !== null) query = query.where('id', '<', page.beforeId);
  return (await query.execute()).map((row) => row.id);
}

export async function countWorkingSet(db: Db, tokens: readonly Token[], now: number): Promise<number> {
  if (tokens.length === 0) return 0;
  const { total } = await workingSet(db, tokens, now)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}
