import type { Db, Tx } from '../database/handles.ts';

interface ItemUse {
  item_id: number;
  user_id: number;
  tickets: number;
  used_at: number;
}

/** @param ticketUids the tickets that are known of it; what the desk does not have is left out */
export async function insertItemUse(tx: Tx, use: ItemUse, ticketUids: readonly string[]): Promise<void> {
  await tx.sql.insertInto('item_use').values(use).execute();
  if (ticketUids.length === 0) return;
  const { item_id, used_at } = use;
  await tx.sql
    .insertInto('item_use_ticket')
    .columns(['item_id', 'used_at', 'ticket_id'])
    .expression((eb) =>
      eb
        .selectFrom('ticket')
        .select((row) => [row.val(item_id).as('item_id'), row.val(used_at).as('used_at'), 'ticket.id'])
        .where('ticket.uid', 'in', ticketUids),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
