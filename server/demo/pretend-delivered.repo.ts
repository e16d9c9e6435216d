import { writeReceipt } from '#shared/model/receipt.ts';
import type { Tx } from '../database/handles.ts';

const onTheWayMs = 2_000;

/** The demo's customers have no messenger: what staff answered is taken to have reached them. */
export async function pretendDelivered(tx: Tx): Promise<void> {
  const replies = await tx.db
    .selectFrom('notification')
    .select(['id', 'message_id', 'channel', 'created_at'])
    .where('event', '=', 'REPLY')
    .execute();
  for (const { id, message_id, channel, created_at } of replies) {
    const isTelegram = channel === 'TELEGRAM';
    const delivered_at = isTelegram ? null : created_at + onTheWayMs;
    await tx.sql
      .updateTable('notification')
      .set({ status: 'SENT', error: null, attempts: 1, sent_at: created_at, delivered_at })
      .where('id', '=', id)
      .execute();
    const receipt = writeReceipt({
      channel: isTelegram ? 'telegram' : 'whatsapp',
      state: isTelegram ? 'sent' : 'delivered',
      error: null,
    });
    await tx.sql.updateTable('message').set({ receipt }).where('id', '=', message_id).execute();
  }
}
