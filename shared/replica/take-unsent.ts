import type { Kysely, Transaction } from 'kysely';
import type { Mutation } from '../protocol/sync.ts';
import { listKept, type KeptMutation } from './kept-mutations.ts';
import type { OutboxSchema } from './tables.ts';

/** The oldest undecided changes, to be pushed: from here on the node may know of them. */
export async function takeUnsent(
  db: Kysely<OutboxSchema>,
  userId: number,
  limit: number,
): Promise<Mutation[]> {
  const kept = await listKept(db, userId, (query) => query.where('state', '=', 'pending').limit(limit));
  if (kept.some((mutation) => mutation.is_held_back === 1)) {
    const isReleased = await db.transaction().execute((trx) => releaseHeldBack(trx, kept));
    // One of them was taken back in between, and the numbers moved up.
    if (!isReleased) return takeUnsent(db, userId, limit);
  }
  return kept.map(({ mid, key, name, version, args, created_at }) => ({
    mid,
    key,
    name,
    version,
    args: args as Mutation['args'],
    at: created_at,
  }));
}

/**
 * Notes, before they are pushed, that the node may know of these changes. The write happens only for what was kept
 * without a connection, so that a change made while live goes out without it.
 * @returns false when they are not as they were read.
 */
async function releaseHeldBack(
  trx: Transaction<OutboxSchema>,
  kept: readonly KeptMutation[],
): Promise<boolean> {
  const ids = kept.map(({ id }) => id);
  const found = await trx
    .selectFrom('mutation')
    .select(['id', 'mid'])
    .where('id', 'in', ids)
    .where('state', '=', 'pending')
    .execute();
  const midById = new Map(found.map(({ id, mid }) => [id, mid]));
  if (kept.some(({ id, mid }) => midById.get(id) !== mid)) return false;
  await trx.updateTable('mutation').set({ is_held_back: 0 }).where('id', 'in', ids).execute();
  return true;
}
