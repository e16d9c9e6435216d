import type { Clock } from '../model/clock.ts';
import { attachmentColumns } from '../model/columns.ts';
import type { AttachmentRecord } from '../model/attachment.ts';
import type { ReplicaDb } from './tables.ts';

/** What was looked at stays at hand without the network, up to so much. */
export const cacheBytes = 100 * 1024 * 1024;

export async function findAttachment(db: ReplicaDb, uid: string): Promise<AttachmentRecord | null> {
  const row = await db
    .selectFrom('attachment_view')
    .select(attachmentColumns)
    .where('uid', '=', uid)
    .executeTakeFirst();
  return row ?? null;
}

/** What is in a file that was looked at before; null when it is not here. */
export async function readCached(db: ReplicaDb, clock: Clock, uid: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('attachment_bytes')
    .select('bytes')
    .where('attachment_uid', '=', uid)
    .executeTakeFirst();
  if (row === undefined) return null;
  await db
    .updateTable('attachment_bytes')
    .set({ read_at: clock.now() })
    .where('attachment_uid', '=', uid)
    .execute();
  return row.bytes;
}

/** Keeps it, and lets go of what was not looked at for longest. */
export async function cache(
  db: ReplicaDb,
  clock: Clock,
  { uid, ticket_uid }: AttachmentRecord,
  bytes: Uint8Array,
  limit = cacheBytes,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // It may have left with its ticket while it was fetched.
    const held = await tx.selectFrom('attachment').select('uid').where('uid', '=', uid).executeTakeFirst();
    if (held === undefined) return;
    await tx
      .insertInto('attachment_bytes')
      .values({ attachment_uid: uid, ticket_uid, bytes, read_at: clock.now() })
      .onConflict((conflict) => conflict.column('attachment_uid').doNothing())
      .execute();
    const rows = await tx
      .selectFrom('attachment_bytes')
      .innerJoin('attachment', 'attachment.uid', 'attachment_bytes.attachment_uid')
      .select(['attachment_bytes.attachment_uid', 'attachment.size_bytes'])
      .orderBy('attachment_bytes.read_at', 'desc')
      .execute();
    let kept = 0;
    const surplus = rows.filter(({ size_bytes }) => (kept += size_bytes) > limit);
    for (const row of surplus) {
      await tx.deleteFrom('attachment_bytes').where('attachment_uid', '=', row.attachment_uid).execute();
    }
  });
}
