import { sql } from 'kysely';
import { attachmentColumns } from '../model/columns.ts';
import type { AttachmentRecord } from '../model/attachment.ts';
import type { ReplicaDb } from './tables.ts';

/** What is attached to the ticket as the agent sees it; this console's own predictions last. */
export async function listTicketAttachments(db: ReplicaDb, ticketUid: string): Promise<AttachmentRecord[]> {
  return db
    .selectFrom('attachment_view')
    .select(attachmentColumns)
    .where('ticket_uid', '=', ticketUid)
    .orderBy(sql`id is null`)
    .orderBy('id')
    .orderBy('created_at')
    .execute();
}
