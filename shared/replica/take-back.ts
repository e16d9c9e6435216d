import type { Selectable, Transaction } from 'kysely';
import type { MutationTable, OutboxSchema } from './tables.ts';

type Tx = Transaction<OutboxSchema>;
type Kept = Pick<Selectable<MutationTable>, 'id' | 'mid' | 'name' | 'ticket_uid' | 'state' | 'is_held_back'>;

/** Whether a change may still be taken back: no push has had it, and nothing builds on it. */
export function canTakeBack(kept: Kept, all: readonly Kept[]): boolean {
  if (kept.state !== 'pending' || kept.is_held_back === 0) return false;
  if (kept.name !== 'ticket-create') return true;
  return !all.some((other) => other.ticket_uid === kept.ticket_uid && other.mid > kept.mid);
}

/**
 * Takes a change out of the numbering and moves the later ones up, because the node takes numbers without a gap. Pushes
 * go in order: when this one has been in none, neither have the later ones.
 */
export async function takeBack(
  trx: Tx,
  userId: number,
  id: number,
  now: number,
): Promise<{ ticket_uid: string; marker_uid: string } | null> {
  const taken = await trx
    .updateTable('mutation')
    .set({ state: 'resolved', decided_at: now })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('state', '=', 'pending')
    .where('is_held_back', '=', 1)
    .returning(['mid', 'ticket_uid', 'marker_uid', 'name', 'args'])
    .executeTakeFirst();
  if (taken === undefined) return null;
  await trx
    .updateTable('mutation')
    .set((eb) => ({ mid: eb('mid', '-', 1) }))
    .where('user_id', '=', userId)
    .where('state', '=', 'pending')
    .where('mid', '>', taken.mid)
    .execute();
  await trx
    .updateTable('identity')
    .set((eb) => ({ next_mid: eb('next_mid', '-', 1) }))
    .where('user_id', '=', userId)
    .execute();
  if (taken.name === 'ticket-reply') await forgetReply(trx, userId, taken);
  return taken;
}

/** What its author wrote after a reply that is no more had seen what that reply had seen. */
async function forgetReply(
  trx: Tx,
  userId: number,
  taken: { ticket_uid: string; args: string },
): Promise<void> {
  const gone = JSON.parse(taken.args) as { message_uid: string; seen_reply_uid: string | null };
  const later = await trx
    .selectFrom('mutation')
    .select(['id', 'args'])
    .where('user_id', '=', userId)
    .where('ticket_uid', '=', taken.ticket_uid)
    .where('name', '=', 'ticket-reply')
    .where('state', '=', 'pending')
    .execute();
  for (const { id, args } of later) {
    const parsed = JSON.parse(args) as Record<string, unknown>;
    if (parsed['seen_reply_uid'] !== gone.message_uid) continue;
    const rebased = JSON.stringify({ ...parsed, seen_reply_uid: gone.seen_reply_uid });
    await trx.updateTable('mutation').set({ args: rebased }).where('id', '=', id).execute();
  }
  await trx
    .updateTable('draft')
    .set({ seen_reply_uid: gone.seen_reply_uid })
    .where('user_id', '=', userId)
    .where('ticket_uid', '=', taken.ticket_uid)
    .where('seen_reply_uid', '=', gone.message_uid)
    .execute();
}
