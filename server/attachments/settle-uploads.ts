import { maxTicketBytes, type AttachmentRecord } from '#shared/model/attachment.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import type { Refusal } from '#shared/mutators/refusal.ts';
import type { Tx } from '../database/handles.ts';
import { findContentByUid, sumAttachedBytes } from './attachment.repo.ts';
import { safeFileName } from './file-name.ts';
import { deleteUpload, findUpload } from './upload.repo.ts';

export type SettledChanges =
  | { kind: 'settled'; changes: TicketChanges; contentHashes: ReadonlyMap<string, string> }
  /** The file is on its ticket already: the same console asked under another name for its change. */
  | { kind: 'unchanged' }
  | { kind: 'refused'; refusal: Refusal };

const refused = (reason: 'missing' | 'ticket_full'): SettledChanges => ({
  kind: 'refused',
  refusal: { code: 'file_refused', reason },
});

/**
 * Joins the attachments of a change with what their author sent ahead. What a file is and how large, the node saw for
 * itself; whatever the console said of it is replaced, and its name is cleaned of what breaks or disguises names.
 */
export async function settleUploads(
  tx: Tx,
  { ticketId, userId }: { ticketId: number; userId: number },
  changes: TicketChanges,
): Promise<SettledChanges> {
  const attachments: AttachmentRecord[] = [];
  const contentHashes = new Map<string, string>();
  let bytes = await sumAttachedBytes(tx.db, ticketId);
  for (const attachment of changes.attachments ?? []) {
    if ((await findContentByUid(tx.db, attachment.uid)) !== null) return { kind: 'unchanged' };
    const upload = await findUpload(tx.db, attachment.uid);
    if (upload === null || upload.user_id !== userId) return refused('missing');
    const { content_type, size_bytes } = upload;
    bytes += size_bytes;
    if (bytes > maxTicketBytes) return refused('ticket_full');
    const file_name = safeFileName(attachment.file_name, 'bin');
    attachments.push({ ...attachment, file_name, content_type, size_bytes });
    contentHashes.set(attachment.uid, upload.content_hash);
    await deleteUpload(tx, attachment.uid);
  }
  return { kind: 'settled', changes: { ...changes, attachments }, contentHashes };
}
