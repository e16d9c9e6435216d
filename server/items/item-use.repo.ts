import type { Db, Tx } from '../database/handles.ts';

interface ItemUse {
  item_id: number;
  user_id: number;
  tickets: number;
  used_at: number;
}

export async function insertItemUse(tx: Tx, use: ItemUse): Promise<void> {
  await tx.sql.insertInto('item_use').values(use).execute();
}

/** How often each item was used since then; reads one index and no row. */
export function itemUsageQuery(db: Db, since: number) {
  return db
    .selectFrom('item_use')
    .select((eb) => [
      'item_id',
      eb.fn.countAll<number>().as('uses'),
      eb.fn.sum<number>('tickets').as('tickets'),
      eb.fn.max('used_at').as('used_at'),
    ])
    .where('used_at', '>=', since)
    .groupBy('item_id');
}
