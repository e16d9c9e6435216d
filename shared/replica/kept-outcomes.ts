import type { Kysely, Transaction } from 'kysely';
import type { Outcome } from '../protocol/sync.ts';
import { readNextMid } from './identity.ts';
import type { KeptMutation, OutboxDb } from './kept-mutations.ts';
import type { MutationState, OutboxSchema } from './tables.ts';

/** How long confirmed changes are kept, for the list of what was sent and for a node restored from a backup. */
const keepConfirmedMs = 7 * 24 * 60 * 60 * 1000;

/** What changed nothing did so because of rows that may still be on their way: until then, later changes build on it. */
const stateBy: Readonly<Record<Outcome['status'], MutationState>> = {
  refused: 'refused',
  applied: 'applied',
  unchanged: 'applied',
};

/** What was just decided. */
export interface Decided {
  /** The tickets of all of it. */
  tickets: string[];
  refused: DecidedChange[];
  carriedOut: DecidedChange[];
}

type DecidedChange = Pick<KeptMutation, 'ticket_uid' | 'marker_uid'>;

/** Stores what the node decided; outcomes that are known already change nothing. */
export async function storeOutcomes(
  trx: Transaction<OutboxSchema>,
  userId: number,
  outcomes: readonly Outcome[],
  now: number,
): Promise<Decided> {
  const refused: DecidedChange[] = [];
  const carriedOut: DecidedChange[] = [];
  for (const outcome of outcomes) {
    const changed = await trx
      .updateTable('mutation')
      .set({
        state: stateBy[outcome.status],
        decided_seq: outcome.seq,
        decided_at: now,
        refusal: outcome.refusal === undefined ? null : JSON.stringify(outcome.refusal),
      })
      .where('user_id', '=', userId)
      // By its key: a copy of this profile may have used the same number for something else.
      .where('key', '=', outcome.key)
      .where('state', '=', 'pending')
      .returning(['ticket_uid', 'marker_uid'])
      .execute();
    (outcome.status === 'refused' ? refused : carriedOut).push(...changed);
  }
  return { tickets: ticketsOf([...refused, ...carriedOut]), refused, carriedOut };
}

/** Each of their tickets once. */
export const ticketsOf = (changes: readonly Pick<KeptMutation, 'ticket_uid'>[]): string[] => [
  ...new Set(changes.map((change) => change.ticket_uid)),
];

/** Changes whose rows are here by now need no prediction any more. @returns their tickets. */
export async function confirmUpTo(db: OutboxDb, userId: number, cursor: number): Promise<string[]> {
  const rows = await db
    .updateTable('mutation')
    .set({ state: 'confirmed' })
    .where('user_id', '=', userId)
    .where('state', '=', 'applied')
    .where('decided_seq', '<=', cursor)
    .returning('ticket_uid')
    .execute();
  return ticketsOf(rows);
}

/** Their rows are not here after all: they are predicted until they are. */
export async function unconfirm(db: OutboxDb, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('mutation').set({ state: 'applied' }).where('id', 'in', ids).execute();
}

/** The last number below which every outcome is stored here. */
export async function readAckedMid(db: Kysely<OutboxSchema>, userId: number): Promise<number> {
  const first = await db
    .selectFrom('mutation')
    .select('mid')
    .where('user_id', '=', userId)
    .where('state', '=', 'pending')
    .orderBy('mid')
    .executeTakeFirst();
  if (first !== undefined) return first.mid - 1;
  return (await readNextMid(db, userId)) - 1;
}

/** Forgets changes that were settled long ago. */
export async function forgetOldSettled(db: OutboxDb, now: number): Promise<void> {
  await db
    .deleteFrom('mutation')
    .where('state', 'in', ['confirmed', 'resolved'])
    .where('decided_at', '<', now - keepConfirmedMs)
    .execute();
}
