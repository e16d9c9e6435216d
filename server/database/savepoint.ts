import { sql } from 'kysely';
import type { DatabaseDialect } from './dialects/dialect.ts';
import type { Tx } from './handles.ts';

/**
 * Runs part of a transaction so that it can be undone alone: what it throws is thrown on, with its changes gone and
 * the transaction still good. A fault that took the whole transaction with it is thrown on as it is.
 */
export async function inSavepoint<Value>(
  tx: Pick<Tx, 'sql' | 'effects'>,
  { isTransactionLost }: Pick<DatabaseDialect, 'isTransactionLost'>,
  work: () => Promise<Value>,
): Promise<Value> {
  // Savepoints nest by themselves: a name given twice means the inner one.
  await sql`savepoint undoable`.execute(tx.sql);
  const effectsBefore = tx.effects.length;
  try {
    const value = await work();
    await sql`release undoable`.execute(tx.sql);
    return value;
  } catch (error) {
    if (isTransactionLost(error)) throw error;
    tx.effects.length = effectsBefore;
    await sql`rollback to undoable`.execute(tx.sql);
    await sql`release undoable`.execute(tx.sql);
    throw error;
  }
}
