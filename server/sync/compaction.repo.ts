import type { Db, Tx } from '../database/handles.ts';

/** The last number that is old enough to go: what was logged before `olderThan`, and all but the newest `keepRows`. */
export async function findLastOldSeq(
  db: Db,
  head: number,
  { olderThan, keepRows }: { olderThan: number; keepRows: number },
): Promise<number> {
  // Numbers and times rise together, so this stops at the first entry that stays.
  const first = await db
    .selectFrom('change_log')
    .select('seq')
    .where('created_at', '>=', olderThan)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  const lastByAge = first === undefined ? head : first.seq - 1;
  return Math.max(lastByAge, head - keepRows);
}

/** Drops the log up to `seq`. Consoles whose cursor lies before it must fetch everything anew. */
export async function dropLogUpTo(tx: Tx, seq: number): Promise<void> {
  await tx.sql.deleteFrom('change_log').where('seq', '<=', seq).execute();
  await tx.sql
    .updateTable('sync_head')
    .set({ min_seq: seq })
    .where('id', '=', 1)
    .where('min_seq', '<', seq)
    .execute();
}

/**
 * Drops entries of one stretch that a later one of the same row repeats. An entry by which the row changed readers
 * stays: without it, whoever lost the row would never be told.
 */
export async function dropRepeated(
  tx: Tx,
  { after, upTo }: { after: number; upTo: number },
): Promise<number> {
  const stretch = tx.db.selectFrom('change_log').where('seq', '>', after).where('seq', '<=', upTo);
  const newest = stretch.select((eb) => eb.fn.max('seq').as('seq')).groupBy(['ent', 'row_id']);
  const { numDeletedRows } = await tx.sql
    .deleteFrom('change_log')
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .whereRef('audience_id', '=', 'prev_audience_id')
    .where('seq', 'not in', newest)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export async function listClientIds(db: Db): Promise<string[]> {
  return (await db.selectFrom('sync_client').select('id').execute()).map((row) => row.id);
}

/** Forgets outcomes that the console has stored and that are older than anything it might ask about again. */
export async function dropAckedOutcomes(tx: Tx, clientId: string, olderThan: number): Promise<void> {
  const acked = tx.db.selectFrom('sync_client').select('acked_mid').where('id', '=', clientId);
  await tx.sql
    .deleteFrom('mutation_result')
    .where('client_id', '=', clientId)
    .where('mid', '<=', acked)
    .where('created_at', '<', olderThan)
    .execute();
}
