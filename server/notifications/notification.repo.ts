import type { Insertable } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { NotificationTable } from '../database/channel-tables.ts';
import { conversationEvents } from './delivery-event.ts';

/** Somebody who can be told something, and where. */
export interface Recipient {
  id: number | null;
  full_name: string;
  email: string | null;
  whatsapp: string | null;
  telegram: string | null;
}

function selectRecipients(db: Db) {
  return db
    .selectFrom('user')
    .select((eb) => [
      'user.id',
      'user.full_name',
      'user.email',
      eb.fn.coalesce('user.whatsapp_number', 'user.phone_number').as('whatsapp'),
      'user.telegram_chat_id as telegram',
    ])
    .where('user.is_active', '=', 1)
    .where('user.deleted_at', 'is', null);
}

export function listAdminRecipients(db: Db): Promise<Recipient[]> {
  return selectRecipients(db).where('user.role', 'in', ['admin', 'super_admin']).orderBy('user.id').execute();
}

export function listRecipients(db: Db, ids: readonly number[]): Promise<Recipient[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : selectRecipients(db).where('user.id', 'in', ids).orderBy('user.id').execute();
}

export async function insertNotifications(
  tx: Tx,
  rows: readonly Insertable<NotificationTable>[],
): Promise<void> {
  if (rows.length > 0) await tx.sql.insertInto('notification').values(rows).execute();
}

/** The log, newest first: of one user or of everybody. What was said in conversations is no notification. */
export function listNotifications(
  db: Db,
  { userId, channels }: { userId: number | null; channels: readonly string[] },
  { limit, offset }: { limit: number; offset: number },
) {
  let query = db
    .selectFrom('notification')
    .leftJoin('ticket', 'ticket.id', 'notification.ticket_id')
    .select([
      'notification.id',
      'notification.ticket_id',
      'ticket.subject as ticket_subject',
      'notification.event',
      'notification.channel',
      'notification.recipient',
      'notification.recipient_name',
      'notification.subject',
      'notification.message',
      'notification.status',
      'notification.error',
      'notification.created_at',
    ])
    .where('notification.channel', 'in', channels)
    .where('notification.event', 'not in', conversationEvents);
  if (userId !== null) query = query.where('notification.user_id', '=', userId);
  return query.orderBy('notification.id', 'desc').limit(limit).offset(offset).execute();
}

export type LoggedNotification = Awaited<ReturnType<typeof listNotifications>>[number];
