import { itemColumns } from '../model/columns.ts';
import { readItem, type DeskItem, type ItemKind } from '../model/item.ts';
import type { ReplicaDb } from './tables.ts';

/** Macros or saved views that are held here, by name; those that this version cannot read are left out. */
export async function listItems(db: ReplicaDb, kind: ItemKind): Promise<DeskItem[]> {
  const rows = await db
    .selectFrom('item')
    .select(itemColumns)
    .where('kind', '=', kind)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(readItem).filter((item) => item !== null);
}

export async function findItem(db: ReplicaDb, uid: string): Promise<DeskItem | null> {
  const row = await db.selectFrom('item').select(itemColumns).where('uid', '=', uid).executeTakeFirst();
  return row === undefined ? null : readItem(row);
}
