import type { Selectable } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { SessionTable } from '../database/user-tables.ts';

export type Session = Selectable<SessionTable>;

export async function insertSession(tx: Tx, session: Session): Promise<void> {
  await tx.sql.insertInto('session').values(session).execute();
}

export async function findSession(db: Db, id: string): Promise<Session | null> {
  const row = await db
    .selectFrom('session')
    .select([
      'id',
      'user_id',
      'surface',
      'generation',
      'rotated_at',
      'created_at',
      'expires_at',
      'revoked_at',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function rotateSession(
  tx: Tx,
  {
    id,
    generation,
    rotated_at,
    expires_at,
  }: Pick<Session, 'id' | 'generation' | 'rotated_at' | 'expires_at'>,
): Promise<void> {
  await tx.sql
    .updateTable('session')
    .set({ generation, rotated_at, expires_at })
    .where('id', '=', id)
    .execute();
}

export async function revokeSession(tx: Tx, id: string, now: number): Promise<void> {
  await tx.sql
    .updateTable('session')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Ends every session of the user but the one to keep. */
export async function revokeSessionsOf(
  tx: Tx,
  userId: number,
  now: number,
  keepId: string | null = null,
): Promise<void> {
  let query = tx.sql
    .updateTable('session')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null);
  if (keepId !== null) query = query.where('id', '!=', keepId);
  await query.execute();
}

/** Forgets what ended by itself, so that sessions do not pile up. */
export async function deleteExpiredSessions(tx: Tx, userId: number, now: number): Promise<void> {
  await tx.sql.deleteFrom('session').where('user_id', '=', userId).where('expires_at', '<=', now).execute();
}
