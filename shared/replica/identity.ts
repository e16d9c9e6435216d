import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '../model/user.ts';
import type { OutboxSchema } from './tables.ts';

/** Who is signed in on this console, and the name under which the node counts this console's changes. */
export interface Identity {
  user: Actor;
  clientId: string;
  /** The node's database as it was last met; null before that. */
  epoch: string | null;
}

/** Who was signed in when the console last ran. */
export async function loadIdentity(db: Kysely<OutboxSchema>): Promise<Identity | null> {
  const row = await db
    .selectFrom('identity')
    .select(['client_id', 'user', 'epoch'])
    .where('is_current', '=', 1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { user: JSON.parse(row.user) as Actor, clientId: row.client_id, epoch: row.epoch };
}

/** Makes this user the current one, under the client id they had here before or under the new one. */
export async function enterIdentity(
  db: Kysely<OutboxSchema>,
  user: Actor,
  newClientId: string,
): Promise<void> {
  const text = JSON.stringify(user);
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('identity').set({ is_current: 0 }).execute();
    await trx
      .insertInto('identity')
      .values({
        user_id: user.id,
        client_id: newClientId,
        next_mid: 1,
        epoch: null,
        user: text,
        is_current: 1,
      })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ user: text, is_current: 1 }))
      .execute();
  });
}

/**
 * Starts a new numbering under a new client id, in the order in which the changes were made; the keys by which the
 * node knows each change stay.
 */
export async function renumber(
  trx: Transaction<OutboxSchema>,
  userId: number,
  newClientId: string,
): Promise<void> {
  const pending = await trx
    .selectFrom('mutation')
    .select('id')
    .where('user_id', '=', userId)
    .where('state', '=', 'pending')
    .orderBy('id')
    .execute();
  for (const [index, { id }] of pending.entries()) {
    const mid = index + 1;
    await trx.updateTable('mutation').set({ mid, client_id: newClientId }).where('id', '=', id).execute();
  }
  await trx
    .updateTable('identity')
    .set({ client_id: newClientId, next_mid: pending.length + 1 })
    .where('user_id', '=', userId)
    .execute();
}

/** The number that the next change will have. */
export async function readNextMid(db: Kysely<OutboxSchema>, userId: number): Promise<number> {
  const row = await db
    .selectFrom('identity')
    .select('next_mid')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.next_mid ?? 1;
}

/** Uses up one number. */
export async function takeMid(trx: Transaction<OutboxSchema>, userId: number): Promise<number> {
  const { next_mid } = await trx
    .updateTable('identity')
    .set((eb) => ({ next_mid: eb('next_mid', '+', 1) }))
    .where('user_id', '=', userId)
    .returning('next_mid')
    .executeTakeFirstOrThrow();
  return next_mid - 1;
}
