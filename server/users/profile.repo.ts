import { profileColumns } from '#shared/model/columns.ts';
import type { Actor, ProfileRow } from '#shared/model/user.ts';
import type { Db } from '../database/handles.ts';

const columns = profileColumns.map((column) => `user.${column}` as const);

function selectProfiles(db: Db) {
  return db
    .selectFrom('user')
    .select(columns)
    .where('user.deleted_at', 'is', null)
    .where('user.role', '!=', 'customer');
}

type StoredProfile = Omit<ProfileRow, 'email'> & { email: string | null };

const toProfile = (row: StoredProfile): ProfileRow => ({ ...row, email: row.email ?? '' });

/** The profile of a member of staff; null for customers and deleted users. */
export async function findProfile(db: Db, id: number): Promise<ProfileRow | null> {
  const row = await selectProfiles(db).where('user.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toProfile(row);
}

/** The profile of a member of staff who may be given tickets: nobody does who still waits for approval. */
export async function findAssignee(db: Db, id: number): Promise<ProfileRow | null> {
  const row = await selectProfiles(db)
    .where('user.id', '=', id)
    .where('user.is_approved', '=', 1)
    .executeTakeFirst();
  return row === undefined ? null : toProfile(row);
}

export async function findProfilesByIds(db: Db, ids: readonly number[]): Promise<ProfileRow[]> {
  if (ids.length === 0) return [];
  return (await selectProfiles(db).where('user.id', 'in', ids).execute()).map(toProfile);
}

/** The uids of users, of deleted ones and customers too. */
export async function listProfileUids(db: Db, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('user').select('uid').where('id', 'in', ids).execute();
  return rows.map(({ uid }) => uid);
}

export async function listProfiles(db: Db): Promise<ProfileRow[]> {
  return (await selectProfiles(db).orderBy('user.id').execute()).map(toProfile);
}

/** Who the user is right now; null when there is no such user. Read for every request, so that changes bite at once. */
export async function findActor(db: Db, id: number): Promise<Actor | null> {
  const row = await db
    .selectFrom('user')
    .select(['id', 'username', 'full_name', 'role', 'department', 'is_active', 'is_approved'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, is_active: row.is_active === 1, is_approved: row.is_approved === 1 };
}
