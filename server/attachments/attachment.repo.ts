import type { AttachmentRecord } from '#shared/model/attachment.ts';
import type { Visibility } from '#shared/model/ticket.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { AttachmentTable } from '../database/ticket-tables.ts';

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

/** Whether a file on the disk is named by anything. */
export async function isContentKnown(db: Db, hash: string): Promise<boolean> {
  for (const table of ['attachment', 'upload'] as const) {
    const row = await db
      .selectFrom(table)
      .select('content_hash')
      .where('content_hash', '=', hash)
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return true;
  }
  return false;
}

function selectRecords(db: Db) {
  return db
    .selectFrom('attachment')
    .innerJoin('ticket', 'ticket.id', 'attachment.ticket_id')
    .leftJoin('message', 'message.id', 'attachment.message_id')
    .select([
      'attachment.uid',
      'attachment.id',
      'attachment.ver',
      'ticket.uid as ticket_uid',
      'message.uid as message_uid',
      'attachment.uploaded_by',
      'attachment.file_name',
      'attachment.content_type',
      'attachment.size_bytes',
      'attachment.visibility',
      'attachment.created_at',
    ]);
}

export type StoredAttachment = AttachmentRecord & { id: number };

/** What is attached to the tickets, as consoles hold it, in the order in which it came. */
export async function listAttachmentRecords(
  db: Db,
  ticketIds: readonly number[],
): Promise<StoredAttachment[]> {
  if (ticketIds.length === 0) return [];
  return selectRecords(db)
    .where('attachment.ticket_id', 'in', ticketIds)
    .orderBy('attachment.ticket_id')
    .orderBy('attachment.id')
    .execute();
}

/** An attachment by its name, with the ticket it is on and where its content lies. */
export async function findContentByUid(
  db: Db,
  uid: string,
): Promise<Pick<AttachmentTable, 'content_hash' | 'content_type' | 'file_name' | 'ticket_id'> | null> {
  const row = await db
    .selectFrom('attachment')
    .select(['content_hash', 'content_type', 'file_name', 'ticket_id'])
    .where('uid', '=', uid)
    .executeTakeFirst();
  return row ?? null;
}

/** Stores an attachment of the ticket. A message of another ticket is left out. */
export async function insertAttachment(
  tx: Tx,
  ticketId: number,
  { id: _unset, ticket_uid: _root, message_uid, ...row }: AttachmentRecord,
  contentHash: string,
): Promise<number> {
  const message =
    message_uid === null
      ? undefined
      : await tx.sql
          .selectFrom('message')
          .select('id')
          .where('uid', '=', message_uid)
          .where('ticket_id', '=', ticketId)
          .executeTakeFirst();
  const { id } = await tx.sql
    .insertInto('attachment')
    .values({ ...row, ticket_id: ticketId, message_id: message?.id ?? null, content_hash: contentHash })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
