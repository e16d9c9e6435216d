import type { Db } from '../database/handles.ts';

/** The customer whose chat this is; of several, the newest. */
export async function findCustomerByTelegram(db: Db, chatId: string): Promise<number | null> {
  const row = await selectCustomers(db).where('telegram_chat_id', '=', chatId).executeTakeFirst();
  return row?.id ?? null;
}

/** The customer with this number, with or without the sign before it; `digits` alone. */
export async function findCustomerByWhatsApp(db: Db, digits: string): Promise<number | null> {
  const row = await selectCustomers(db)
    .where('whatsapp_number', 'in', [digits, `+${digits}`])
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Those alone who sign in nowhere: a number that somebody gave when they registered is not proven to be theirs, and
 * whoever has the account would read what its true owner writes.
 */
function selectCustomers(db: Db) {
  return db
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'customer')
    .where('deleted_at', 'is', null)
    .where('password_hash', 'is', null)
    .orderBy('id', 'desc');
}
