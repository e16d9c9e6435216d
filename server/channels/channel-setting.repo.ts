import type { Db, Tx } from '../database/handles.ts';

export interface StoredSetting {
  name: string;
  sealed: string;
  updated_at: number;
  updated_by: number | null;
  updated_by_name: string | null;
}

export async function listSettings(db: Db): Promise<StoredSetting[]> {
  return db
    .selectFrom('channel_setting')
    .leftJoin('user', 'user.id', 'channel_setting.updated_by')
    .select([
      'channel_setting.name',
      'channel_setting.sealed',
      'channel_setting.updated_at',
      'channel_setting.updated_by',
      'user.full_name as updated_by_name',
    ])
    .execute();
}

export async function upsertSetting(
  tx: Tx,
  name: string,
  values: { sealed: string; updated_by: number; updated_at: number },
): Promise<void> {
  await tx.sql
    .insertInto('channel_setting')
    .values({ name, ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute();
}

/** Answers whether there was one. */
export async function deleteSetting(tx: Tx, name: string): Promise<boolean> {
  const result = await tx.sql.deleteFrom('channel_setting').where('name', '=', name).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
