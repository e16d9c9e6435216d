import { activityColumns, attachmentColumns, messageColumns } from '#shared/model/columns.ts';
import { tokensOf } from '#shared/model/permissions.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Conversations } from '#shared/protocol/sync.ts';
import { toColumns } from '#shared/protocol/to-columns.ts';
import { listAttachmentRecords } from '../attachments/attachment.repo.ts';
import type { Database } from '../database/database.ts';
import { listActivities, listMessages } from '../tickets/ticket.repo.ts';
import { readByVisibility } from './visible-ops.ts';

/** What was said and done on those of these tickets that the user may see, as it is now. */
export function readConversations(
  database: Database,
  actor: Actor,
  ids: readonly number[],
): Promise<Conversations> {
  return database.readAtOnce(async (db) => {
    const { visible } = await readByVisibility(db, ids, new Set(tokensOf(actor)));
    const visibleIds = visible.map((ticket) => ticket.id);
    return {
      uids: visible.map((ticket) => ticket.uid),
      rows: {
        message: toColumns(messageColumns, await listMessages(db, visibleIds)),
        activity: toColumns(activityColumns, await listActivities(db, visibleIds)),
        attachment: toColumns(attachmentColumns, await listAttachmentRecords(db, visibleIds)),
      },
    };
  });
}
