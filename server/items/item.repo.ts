import type { Insertable, Updateable } from 'kysely';
import { itemColumns } from '#shared/model/columns.ts';
import type { ItemKind, ItemRow } from '#shared/model/item.ts';
import type { Token } from '#shared/model/permissions.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { DeskItemTable } from '../database/desk-tables.ts';

const own = itemColumns.map((column) => `desk_item.${column}` as const);

const selectItems = (db: Db) =>
  db.selectFrom('desk_item').select(own).where('desk_item.deleted_at', 'is', null);

/** The items that any of the tokens may read, by name. */
export async function listItems(db: Db, tokens: readonly Token[], kind?: ItemKind): Promise<ItemRow[]> {
  if (tokens.length === 0) return [];
  const audiences = db.selectFrom('audience_token').select('audience_id').where('token', 'in', tokens);
  let query = selectItems(db).where('desk_item.audience_id', 'in', audiences);
  if (kind !== undefined) query = query.where('desk_item.kind', '=', kind);
  return query.orderBy('desk_item.name').orderBy('desk_item.id').execute();
}

export async function findItem(db: Db, kind: ItemKind, id: number): Promise<ItemRow | null> {
  const row = await selectItems(db)
    .where('desk_item.id', '=', id)
    .where('desk_item.kind', '=', kind)
    .executeTakeFirst();
  return row ?? null;
}

export async function findItemsByIds(db: Db, ids: readonly number[]): Promise<ItemRow[]> {
  return ids.length === 0 ? [] : selectItems(db).where('desk_item.id', 'in', ids).execute();
}

export async function listItemUids(db: Db, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('desk_item').select('uid').where('id', 'in', ids).execute();
  return rows.map(({ uid }) => uid);
}

/** Also one that was deleted: a name is never used twice. */
export async function isItemKnown(db: Db, uid: string): Promise<boolean> {
  return (
    (await db.selectFrom('desk_item').select('id').where('uid', '=', uid).executeTakeFirst()) !== undefined
  );
}

/** How many of their own somebody has. */
export async function countOwned(db: Db, ownerId: number): Promise<number> {
  const { n } = await db
    .selectFrom('desk_item')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('owner_id', '=', ownerId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

export async function insertItem(tx: Tx, row: Insertable<DeskItemTable>): Promise<number> {
  const { id } = await tx.sql.insertInto('desk_item').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateItem(tx: Tx, id: number, columns: Updateable<DeskItemTable>): Promise<void> {
  await tx.sql.updateTable('desk_item').set(columns).where('id', '=', id).execute();
}
