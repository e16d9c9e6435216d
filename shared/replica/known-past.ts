import type { Transaction } from 'kysely';
import { renumber } from './identity.ts';
import type { OutboxSchema } from './tables.ts';

/** How far a node that lost some of its past still knows this console. */
export interface KnownPast {
  epoch: string;
  clientId: string;
  lastMid: number;
}

/** For how long a node surely recognises a change by its key. It forgets what is stored everywhere after 30 days. */
const recognisedMs = 28 * 24 * 60 * 60 * 1000;

/**
 * Puts decided changes that the node may lack back among those to send: those after the last number that it knows,
 * however old this computer's clock makes them, and those under earlier numberings while it recognises what it has all
 * the same. @returns the tickets of these changes, one entry per change.
 */
async function requeueLost(
  trx: Transaction<OutboxSchema>,
  userId: number,
  known: KnownPast,
  now: number,
): Promise<string[]> {
  const rows = await trx
    .updateTable('mutation')
    .set({ state: 'pending', decided_seq: null, decided_at: null })
    .where('user_id', '=', userId)
    .where('state', 'in', ['applied', 'confirmed'])
    .where((eb) =>
      eb.or([
        eb('client_id', '=', known.clientId).and('mid', '>', known.lastMid),
        eb('client_id', 'is not', known.clientId).and('decided_at', '>=', now - recognisedMs),
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
  own: { userId: number; epoch: string | null; isLost: boolean; now: number; newClientId: string },
): Promise<string[]> {
  const { userId, epoch, isLost, now, newClientId } = own;
  if (epoch !== known.epoch) await forgetSeqs(trx, userId);
  const isRestored = isLost || epoch !== null;
  const lost = isRestored ? await requeueLost(trx, userId, known, now) : [];
  if (isLost || lost.length > 0) await renumber(trx, userId, newClientId);
  await trx.updateTable('identity').set({ epoch: known.epoch }).where('user_id', '=', userId).execute();
  return lost;
}
