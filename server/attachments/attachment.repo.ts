import type { Insertable } from 'kysely';
import type { Visibility } from '#shared/model/ticket.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { AttachmentTable } from '../database/schema.ts';

function selectAttachments(db: Db) {
  return db
    .selectFrom('attachment')
    .leftJoin('user as uploader', 'uploader.id', 'attachment.uploaded_by')
    .select([
      'attachment.id',
      'attachment.ticket_id',
      'attachment.uploaded_by',
      'uploader.full_name as uploaded_by_name',
      'attachment.file_name',
      'attachment.content_type',
      'attachment.size_bytes',
      'attachment.content_hash',
      'attachment.visibility',
      'attachment.created_at',
    ]);
}

export type AttachmentRow = Awaited<ReturnType<ReturnType<typeof selectAttachments>['execute']>>[number];

/** In the order in which they came. */
export function listAttachments(
  db: Db,
  ticketId: number,
  visibilities: readonly Visibility[],
): Promise<AttachmentRow[]> {
  return selectAttachments(db)
    .where('attachment.ticket_id', '=', ticketId)
    .where('attachment.visibility', 'in', visibilities)
    .orderBy('attachment.id')
    .execute();
}

export async function findAttachment(db: Db, id: number): Promise<AttachmentRow | null> {
  return (await selectAttachments(db).where('attachment.id', '=', id).executeTakeFirst()) ?? null;
}

/** How much is attached to the ticket so far. */
export async function sumAttachedBytes(db: Db, ticketId: number): Promise<number> {
  const { bytes } = await db
    .selectFrom('attachment')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('size_bytes'), eb.lit(0)).as('bytes'))
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow();
  return bytes;
}

export async function isContentKnown(db: Db, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('attachment')
    .select('id')
    .where('content_hash', '=', hash)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertAttachment(tx: Tx, row: Insertable<AttachmentTable>): Promise<number> {
  const { id } = await tx.sql.insertInto('attachment').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}
