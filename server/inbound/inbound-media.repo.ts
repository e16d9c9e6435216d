import type { Db, Tx } from '../database/handles.ts';
import type { InboundMedia, Messenger } from './inbound-message.ts';

export interface WaitingMedia {
  id: number;
  channel: Messenger;
  ticket_id: number;
  message_uid: string | null;
  file_id: string;
  name: string | null;
  attempts: number;
}

/** Where a file came with: a message of a ticket, or something said to the bot. */
export interface MediaPlace {
  channel: Messenger;
  sessionId: string;
  at: { ticketId: number; messageUid: string | null } | { turnId: number };
}

/** Keeps what was sent along; it is fetched once the conversation is a ticket. */
export async function keepMedia(
  tx: Tx,
  { channel, sessionId: session_id, at }: MediaPlace,
  { fileId, name }: InboundMedia,
  now: number,
): Promise<void> {
  await tx.sql
    .insertInto('inbound_media')
    .values({
      channel,
      session_id,
      ticket_id: 'ticketId' in at ? at.ticketId : null,
      message_uid: 'ticketId' in at ? at.messageUid : null,
      chat_log_id: 'ticketId' in at ? null : at.turnId,
      file_id: fileId,
      name,
      status: 'PENDING',
      attempts: 0,
      error: null,
      next_attempt_at: now,
      created_at: now,
    })
    .execute();
}

/** What was sent along before there was a ticket belongs to it now, to the message that what was said has become. */
export async function giveMediaTo(
  tx: Tx,
  sessionId: string,
  ticketId: number,
  messageUidByTurn: ReadonlyMap<number, string>,
): Promise<void> {
  const waiting = await tx.db
    .selectFrom('inbound_media')
    .select(['id', 'chat_log_id'])
    .where('session_id', '=', sessionId)
    .where('ticket_id', 'is', null)
    .where('status', '=', 'PENDING')
    .execute();
  for (const { id, chat_log_id } of waiting) {
    const message_uid = messageUidByTurn.get(chat_log_id ?? 0) ?? null;
    await tx.sql
      .updateTable('inbound_media')
      .set({ ticket_id: ticketId, message_uid })
      .where('id', '=', id)
      .execute();
  }
}

export async function listWaitingMedia(db: Db, now: number, limit: number): Promise<WaitingMedia[]> {
  const rows = await db
    .selectFrom('inbound_media')
    .select(['id', 'channel', 'ticket_id', 'message_uid', 'file_id', 'name', 'attempts'])
    .where('status', '=', 'PENDING')
    .where('ticket_id', 'is not', null)
    .where('next_attempt_at', '<=', now)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows as WaitingMedia[];
}

/** False when it was settled meanwhile. */
export async function settleMedia(
  tx: Tx,
  id: number,
  columns: { status: string; attempts: number; error: string | null; next_attempt_at: number | null },
): Promise<boolean> {
  const result = await tx.sql
    .updateTable('inbound_media')
    .set(columns)
    .where('id', '=', id)
    .where('status', '=', 'PENDING')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Messengers keep files for a month; what nobody asked for by then, nobody gets. */
export async function dropOldMedia(tx: Tx, before: number): Promise<void> {
  await tx.sql.deleteFrom('inbound_media').where('created_at', '<', before).execute();
}
