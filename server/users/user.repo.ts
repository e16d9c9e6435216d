import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { Department } from '#shared/model/department.ts';
import type { Role } from '#shared/model/user.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { UserTable } from '../database/user-tables.ts';

/** A user without the secret columns. */
export type UserRecord = Omit<Selectable<UserTable>, 'password_hash' | 'deleted_at' | 'last_assigned_at'>;

/** A user to be stored; the writer adds the rest. */
export type NewUser = Omit<Insertable<UserTable>, 'id' | 'ver' | 'created_at' | 'updated_at' | 'deleted_at'>;

/** Columns to set; the writer raises the version and the time. */
export type UserChanges = Omit<Updateable<UserTable>, 'id' | 'uid' | 'ver' | 'created_at' | 'updated_at'>;

const columns = [
  'user.id',
  'user.uid',
  'user.ver',
  'user.username',
  'user.email',
  'user.full_name',
  'user.first_name',
  'user.last_name',
  'user.role',
  'user.is_active',
  'user.is_approved',
  'user.is_available',
  'user.agent_capacity',
  'user.department',
  'user.department_label',
  'user.phone_number',
  'user.whatsapp_number',
  'user.contact_number',
  'user.telegram_chat_id',
  'user.telegram_username',
  'user.merchant_id',
  'user.last_login_at',
  'user.created_at',
  'user.updated_at',
] as const;

export interface UserFilter {
  roles: readonly Role[];
  department?: Department | undefined;
  isActive?: boolean | undefined;
}

export interface Page {
  limit: number;
  offset: number;
}

function selectUsers(db: Db) {
  return db.selectFrom('user').select(columns).where('user.deleted_at', 'is', null);
}

export async function findUser(db: Db, id: number): Promise<UserRecord | null> {
  return (await selectUsers(db).where('user.id', '=', id).executeTakeFirst()) ?? null;
}

/** In the order of their ids. */
export async function listUsers(db: Db, filter: UserFilter, { limit, offset }: Page): Promise<UserRecord[]> {
  let query = selectUsers(db).where('user.role', 'in', filter.roles);
  if (filter.department !== undefined) query = query.where('user.department', '=', filter.department);
  if (filter.isActive !== undefined) query = query.where('user.is_active', '=', filter.isActive ? 1 : 0);
  return query.orderBy('user.id').limit(limit).offset(offset).execute();
}

export async function countUsers(db: Db, filter: UserFilter): Promise<number> {
  let query = db
    .selectFrom('user')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('deleted_at', 'is', null)
    .where('role', 'in', filter.roles);
  if (filter.department !== undefined) query = query.where('department', '=', filter.department);
  if (filter.isActive !== undefined) query = query.where('is_active', '=', filter.isActive ? 1 : 0);
  const { total } = await query.executeTakeFirstOrThrow();
  return total;
}

/**
 * Whether somebody signs in by this word, as username or as e-mail address: both go into one field, so that neither
 * may be the other of another user. Deleted users keep their names (contract, A14).
 */
export async function isLoginTaken(db: Db, login: string, exceptId: number | null = null): Promise<boolean> {
  let query = db
    .selectFrom('user')
    .select('id')
    .where((eb) =>
      eb.or([
        eb(sql`lower("user".username)`, '=', sql`lower(${login})`),
        eb(sql`lower("user".email)`, '=', sql`lower(${login})`),
      ]),
    );
  if (exceptId !== null) query = query.where('id', '!=', exceptId);
  return (await query.executeTakeFirst()) !== undefined;
}

export async function hasRole(db: Db, role: Role): Promise<boolean> {
  const row = await db
    .selectFrom('user')
    .select('id')
    .where('role', '=', role)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertUser(tx: Tx, row: Insertable<UserTable>): Promise<number> {
  const { id } = await tx.sql.insertInto('user').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateUser(tx: Tx, id: number, set: Updateable<UserTable>): Promise<void> {
  await tx.sql.updateTable('user').set(set).where('id', '=', id).execute();
}

/** Whom usernames mean, by the name in small letters; names of nobody are left out. */
export async function listIdsOfUsernames(db: Db, names: readonly string[]): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const small = names.map((name) => name.toLowerCase());
  const rows = await db
    .selectFrom('user')
    .select(['id', 'username'])
    .where(sql`lower("user".username)`, 'in', small)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, username }) => [username.toLowerCase(), id]));
}
