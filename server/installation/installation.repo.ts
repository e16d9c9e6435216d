import type { Db, Tx } from '../database/handles.ts';

/** The one row that says which installation this database belongs to, from its first start through every backup. */
const onlyRow = 1;

export async function readIdSalt(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('installation')
    .select('id_salt')
    .where('id', '=', onlyRow)
    .executeTakeFirst();
  return row?.id_salt ?? null;
}

export async function insertIdSalt(tx: Tx, idSalt: string): Promise<void> {
  await tx.sql.insertInto('installation').values({ id: onlyRow, id_salt: idSalt }).execute();
}
