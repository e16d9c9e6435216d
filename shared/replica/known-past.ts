import type { Transaction } from 'kysely';
import { renumber } from './identity.ts';
import type { OutboxSchema } from './tables.ts';

/** How far a node that lost some of its past still knows this console. */
export interface KnownPast {
  epoch: string;
  clientId: string;
  lastMid: number;
}

/**
 * Puts decided changes that the node may lack back among those to send. What the node has all the same it recognises
 * by its key. @returns the tickets of these changes, one entry per change.
 */
async function requeueLost(
  trx: Transaction<OutboxSchema>,
  userId: number,
  known: KnownPast,
  since: number,
): Promise<string[]> {
  const rows = await trx
    .updateTable('mutation')
    .set({ state: 'pending', decided_seq: null, decided_at: null })
    .where('user_id', '=', userId)
    .where('state', 'in', ['applied', 'confirmed'])
    .where('decided_at', '>=', since)
    .where((eb) =>
      eb.or([
        eb('client_id', 'is', null),
        eb('client_id', '!=', known.clientId),
        eb('mid', '>', known.lastMid),
      ]),
    )
    .returning('ticket_uid')
    .execute();
  return rows.map((row) => row.ticket_uid);
}

/** Numbers of another database's log mean nothing: whatever it decided is in what the snapshot will bring. */
async function forgetSeqs(trx: Transaction<OutboxSchema>, userId: number): Promise<void> {
  await trx
    .updateTable('mutation')
    .set({ decided_seq: 0 })
    .where('user_id', '=', userId)
    .where('state', '=', 'applied')
    .execute();
}

/**
 * Settles with a node whose database is another one than before, or that knows fewer numbers than it acknowledged
 * (`isLost`). @returns the tickets of the changes to send again, one entry per change.
 */
export async function settlePast(
  trx: Transaction<OutboxSchema>,
  known: KnownPast,
  own: { userId: number; epoch: string | null; isLost: boolean; since: number; newClientId: string },
): Promise<string[]> {
  const { userId, epoch, isLost, since, newClientId } = own;
  if (epoch !== known.epoch) await forgetSeqs(trx, userId);
  const isRestored = isLost || epoch !== null;
  const lost = isRestored ? await requeueLost(trx, userId, known, since) : [];
  if (isLost || lost.length > 0) await renumber(trx, userId, newClientId);
  await trx.updateTable('identity').set({ epoch: known.epoch }).where('user_id', '=', userId).execute();
  return lost;
}
