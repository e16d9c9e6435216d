import { sql } from 'kysely';
import type { Actor } from '#shared/model/user.ts';
import type { Db, Tx } from '../database/handles.ts';

/** A user as signing in sees them. */
export interface Account extends Actor {
  email: string | null;
  password_hash: string | null;
}

function selectAccounts(db: Db) {
  return db
    .selectFrom('user')
    .select([
      'user.id',
      'user.username',
      'user.email',
      'user.full_name',
      'user.role',
      'user.department',
      'user.is_active',
      'user.is_approved',
      'user.password_hash',
    ])
    .where('user.deleted_at', 'is', null);
}

type StoredAccount = Omit<Account, 'is_active' | 'is_approved'> & { is_active: number; is_approved: number };

const toAccount = (row: StoredAccount | undefined): Account | null =>
  row === undefined ? null : { ...row, is_active: row.is_active === 1, is_approved: row.is_approved === 1 };

/** The account whose username or e-mail address this is, in whatever case. */
export async function findAccountByLogin(db: Db, login: string): Promise<Account | null> {
  const query = selectAccounts(db).where((eb) =>
    eb.or([
      eb(sql`lower("user".username)`, '=', sql`lower(${login})`),
      eb(sql`lower("user".email)`, '=', sql`lower(${login})`),
    ]),
  );
  return toAccount(await query.executeTakeFirst());
}

export async function findAccountById(db: Db, id: number): Promise<Account | null> {
  return toAccount(await selectAccounts(db).where('user.id', '=', id).executeTakeFirst());
}

export async function recordLogin(tx: Tx, id: number, now: number): Promise<void> {
  await tx.sql.updateTable('user').set({ last_login_at: now }).where('id', '=', id).execute();
}

/** Sets the new hash unless the old one was replaced in between; says whether it did. */
export async function replacePasswordHash(
  tx: Tx,
  id: number,
  hashes: { old: string | null; new: string },
  now: number,
): Promise<boolean> {
  const result = await tx.sql
    .updateTable('user')
    .set({ password_hash: hashes.new, updated_at: now })
    .where('id', '=', id)
    .where('password_hash', 'is not distinct from', hashes.old)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
