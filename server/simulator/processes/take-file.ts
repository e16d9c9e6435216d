import { z } from 'zod';
import type { Actor } from '#shared/model/user.ts';
import { findContentByUid } from '../../attachments/attachment.repo.ts';
import { findUpload, insertUpload } from '../../attachments/upload.repo.ts';
import type { Services } from '../../services.ts';

const sentFileSchema = z.object({ uid: z.string(), size_bytes: z.int() });

/** Takes what a console sent ahead, as the node's own upload does; bytes lie on no disk here. */
export async function takeFile(
  { database, clock }: Services,
  { id: user_id }: Actor,
  sent: unknown,
): Promise<null> {
  const { uid, size_bytes } = sentFileSchema.parse(sent);
  await database.write(async (tx) => {
    const isKnown = (await findUpload(tx.db, uid)) !== null || (await findContentByUid(tx.db, uid)) !== null;
    if (isKnown) return;
    const content = { content_hash: uid, content_type: 'text/plain', size_bytes };
    await insertUpload(tx, { uid, user_id, ...content, created_at: clock.now() });
  });
  return null;
}
