import type { Db, Tx } from '../database/handles.ts';
import type { InboundMessage, Messenger } from './inbound-message.ts';

export interface WaitingMessage {
  id: number;
  channel: Messenger;
  peer_id: string;
  address: string;
  content: string;
  attempts: number;
}

/** Keeps it; answers false when it is here already. */
export async function keepMessage(
  tx: Tx,
  channel: Messenger,
  { peerId: peer_id, address, content }: InboundMessage,
  now: number,
): Promise<boolean> {
  const result = await tx.sql
    .insertInto('inbound_message')
    .values({
      channel,
      peer_id,
      address,
      content: JSON.stringify(content),
      status: 'PENDING',
      attempts: 0,
      error: null,
      next_attempt_at: now,
      received_at: now,
      handled_at: null,
    })
    .onConflict((conflict) => conflict.columns(['channel', 'peer_id']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The oldest that waits of each sender, if it is due: what they said is heard in its order. */
export async function listWaiting(db: Db, now: number, limit: number): Promise<WaitingMessage[]> {
  const rows = await db
    .selectFrom('inbound_message as message')
    .select([
      'message.id',
      'message.channel',
      'message.peer_id',
      'message.address',
      'message.content',
      'message.attempts',
    ])
    .where('message.status', '=', 'PENDING')
    .where('message.next_attempt_at', '<=', now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('inbound_message as earlier')
            .select('earlier.id')
            .where('earlier.status', '=', 'PENDING')
            .whereRef('earlier.channel', '=', 'message.channel')
            .whereRef('earlier.address', '=', 'message.address')
            .whereRef('earlier.id', '<', 'message.id'),
        ),
      ),
    )
    .orderBy('message.id')
    .limit(limit)
    .execute();
  return rows as WaitingMessage[];
}

/** False when somebody has worked it off meanwhile. What was said is forgotten here: it stands where it belongs now. */
export async function markHandled(tx: Tx, id: number, now: number): Promise<boolean> {
  const result = await tx.sql
    .updateTable('inbound_message')
    .set({ status: 'HANDLED', content: '{}', error: null, next_attempt_at: null, handled_at: now })
    .where('id', '=', id)
    .where('status', '=', 'PENDING')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function markFailed(
  tx: Tx,
  id: number,
  { attempts, error, retryAt }: { attempts: number; error: string; retryAt: number | null },
): Promise<void> {
  const status = retryAt === null ? 'FAILED' : 'PENDING';
  await tx.sql
    .updateTable('inbound_message')
    .set({ status, attempts, error, next_attempt_at: retryAt })
    .where('id', '=', id)
    .where('status', '=', 'PENDING')
    .execute();
}

/** Forgets what was worked off so long ago that no messenger sends it again. */
export async function dropHandled(tx: Tx, before: number): Promise<void> {
  await tx.sql
    .deleteFrom('inbound_message')
    .where('status', '=', 'HANDLED')
    .where('handled_at', '<', before)
    .execute();
}
