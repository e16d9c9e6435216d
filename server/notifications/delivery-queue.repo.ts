import type { Updateable } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { NotificationTable } from '../database/schema.ts';
import { notificationChannels, type NotificationChannel } from './channel-names.ts';

export interface QueuedNotification {
  id: number;
  channel: NotificationChannel;
  recipient: string;
  recipient_name: string;
  subject: string;
  message: string;
  attempts: number;
}

/** The query itself, so that tests can look at its plan. */
export function dueQuery(db: Db, now: number, limit: number) {
  return db
    .selectFrom('notification')
    .select(['id', 'channel', 'recipient', 'recipient_name', 'subject', 'message', 'attempts'])
    .where('status', '=', 'PENDING')
    .where('channel', 'in', notificationChannels)
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(limit);
}

/** What waits and is due, the longest due first. */
export async function listDue(db: Db, now: number, limit: number): Promise<QueuedNotification[]> {
  return (await dueQuery(db, now, limit).execute()) as QueuedNotification[];
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
