import type { Outcome } from '#shared/protocol/sync.ts';
import type { Db, Tx } from '../database/handles.ts';

export interface SyncClient {
  user_id: number;
  last_mid: number;
  acked_mid: number;
  last_seen_at: number;
}

export async function findClient(db: Db, id: string): Promise<SyncClient | null> {
  const row = await db
    .selectFrom('sync_client')
    .select(['user_id', 'last_mid', 'acked_mid', 'last_seen_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertClient(tx: Tx, id: string, userId: number, now: number): Promise<void> {
  await tx.sql
    .insertInto('sync_client')
    .values({ id, user_id: userId, last_mid: 0, acked_mid: 0, last_seen_at: now })
    .execute();
}

export async function touchClient(
  tx: Tx,
  id: string,
  columns: { acked_mid: number; last_seen_at: number },
): Promise<void> {
  await tx.sql.updateTable('sync_client').set(columns).where('id', '=', id).execute();
}

const parse = (row: { key: string; outcome: string }): Outcome => ({
  ...(JSON.parse(row.outcome) as Outcome),
  key: row.key,
});

export async function findOutcome(db: Db, clientId: string, mid: number): Promise<Outcome | null> {
  const row = await db
    .selectFrom('mutation_result')
    .select(['key', 'outcome'])
    .where('client_id', '=', clientId)
    .where('mid', '=', mid)
    .executeTakeFirst();
  return row === undefined ? null : parse(row);
}

export async function findOutcomeByKey(db: Db, key: string): Promise<Outcome | null> {
  const row = await db
    .selectFrom('mutation_result')
    .select(['key', 'outcome'])
    .where('key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : parse(row);
}

/** Hands the outcome of a mutation that ran under an earlier number or identity to the one that repeats it. */
export async function adoptOutcome(tx: Tx, clientId: string, key: string, outcome: Outcome): Promise<void> {
  await tx.sql
    .updateTable('mutation_result')
    .set({ client_id: clientId, mid: outcome.mid, outcome: JSON.stringify(outcome) })
    .where('key', '=', key)
    .execute();
  await tx.sql.updateTable('sync_client').set({ last_mid: outcome.mid }).where('id', '=', clientId).execute();
}

export async function listOutcomesAfter(db: Db, clientId: string, mid: number): Promise<Outcome[]> {
  const rows = await db
    .selectFrom('mutation_result')
    .select(['key', 'outcome'])
    .where('client_id', '=', clientId)
    .where('mid', '>', mid)
    .orderBy('mid')
    .execute();
  return rows.map((row) => parse(row));
}

/** Stores what was decided and moves the client's number on, which makes the decision final. */
export async function storeOutcome(
  tx: Tx,
  clientId: string,
  mutation: { key: string; name: string },
  outcome: Outcome,
  now: number,
): Promise<void> {
  await tx.sql
    .insertInto('mutation_result')
    .values({
      client_id: clientId,
      mid: outcome.mid,
      key: mutation.key,
      name: mutation.name,
      outcome: JSON.stringify(outcome),
      created_at: now,
    })
    .execute();
  await tx.sql
    .updateTable('sync_client')
    .set({ last_mid: outcome.mid, last_seen_at: now })
    .where('id', '=', clientId)
    .execute();
}
