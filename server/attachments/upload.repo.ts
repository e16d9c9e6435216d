import type { Db, Tx } from '../database/handles.ts';
import type { UploadTable } from '../database/desk-tables.ts';

export async function findUpload(db: Db, uid: string): Promise<UploadTable | null> {
  const row = await db
    .selectFrom('upload')
    .select(['uid', 'user_id', 'content_hash', 'content_type', 'size_bytes', 'created_at'])
    .where('uid', '=', uid)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertUpload(tx: Tx, upload: UploadTable): Promise<void> {
  await tx.sql.insertInto('upload').values(upload).execute();
}

export async function deleteUpload(tx: Tx, uid: string): Promise<void> {
  await tx.sql.deleteFrom('upload').where('uid', '=', uid).execute();
}

/** Bytes that a user has sent and put on no ticket so far. */
export async function sumUploadedBytes(db: Db, userId: number): Promise<number> {
  const { bytes } = await db
    .selectFrom('upload')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('size_bytes'), eb.lit(0)).as('bytes'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return bytes;
}

export async function deleteUploadsBefore(tx: Tx, createdAt: number): Promise<void> {
  await tx.sql.deleteFrom('upload').where('created_at', '<', createdAt).execute();
}
