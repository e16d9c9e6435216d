import type { Updateable } from 'kysely';
import type { DeliveryChannelName } from '../channels/create-channels.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { NotificationTable } from '../database/channel-tables.ts';
import { conversationEvents } from './delivery-event.ts';

export interface QueuedNotification {
  id: number;
  channel: DeliveryChannelName;
  recipient: string;
  recipient_name: string;
  subject: string;
  message: string;
  buttons: string | null;
  message_id: number | null;
  attempts: number;
  created_at: number;
}

/**
 * The query itself, so that tests can look at its plan. Of a conversation only the oldest waiting part comes, whether
 * it is due or not: nobody is to be told the second half first.
 */
export function dueQuery(db: Db, channels: readonly DeliveryChannelName[], now: number, limit: number) {
  return db
    .selectFrom('notification')
    .select([
      'id',
      'channel',
      'recipient',
      'recipient_name',
      'subject',
      'message',
      'buttons',
      'message_id',
      'attempts',
      'created_at',
    ])
    .where('status', '=', 'PENDING')
    .where('channel', 'in', channels)
    .where('next_attempt_at', '<=', now)
    .where((eb) =>
      eb.or([
        eb('event', 'not in', conversationEvents),
        eb.not(
          eb.exists(
            eb
              .selectFrom('notification as earlier')
              .select('earlier.id')
              .whereRef('earlier.channel', '=', 'notification.channel')
              .whereRef('earlier.recipient', '=', 'notification.recipient')
              .whereRef('earlier.id', '<', 'notification.id')
              .where('earlier.status', '=', 'PENDING')
              .where('earlier.event', 'in', conversationEvents),
          ),
        ),
      ]),
    )
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(limit);
}

/** What waits and is due, the longest due first. */
export async function listDue(
  db: Db,
  channels: readonly DeliveryChannelName[],
  now: number,
  limit: number,
): Promise<QueuedNotification[]> {
  return (await dueQuery(db, channels, now, limit).execute()) as QueuedNotification[];
}

/** Sets the columns if the notification still has this status; says whether it did. */
export async function moveNotification(
  tx: Tx,
  id: number,
  from: string,
  columns: Updateable<NotificationTable>,
): Promise<boolean> {
  const result = await tx.sql
    .updateTable('notification')
    .set(columns)
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Keeps what Telegram calls a message of a ticket; of a long one, its first part. */
export async function keepTelegramId(tx: Tx, messageId: number, telegramId: number): Promise<void> {
  await tx.sql
    .updateTable('message')
    .set({ telegram_message_id: telegramId })
    .where('id', '=', messageId)
    .where('telegram_message_id', 'is', null)
    .execute();
}

/** Answers how many were given up and wait again now. */
export async function requeueFailed(
  tx: Tx,
  channel: DeliveryChannelName | null,
  now: number,
): Promise<number> {
  let query = tx.sql
    .updateTable('notification')
    .set({ status: 'PENDING', attempts: 0, error: null, next_attempt_at: now })
    .where('status', '=', 'FAILED');
  if (channel !== null) query = query.where('channel', '=', channel);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/** The messages of tickets that could not be sent, by one channel or by all. */
export async function listFailedMessages(db: Db, channel: DeliveryChannelName | null): Promise<number[]> {
  let query = db
    .selectFrom('notification')
    .select('message_id')
    .distinct()
    .where('status', '=', 'FAILED')
    .where('message_id', 'is not', null);
  if (channel !== null) query = query.where('channel', '=', channel);
  return (await query.execute()).flatMap(({ message_id }) => message_id ?? []);
}
