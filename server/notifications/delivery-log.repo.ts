import type { DeliveryChannelName } from '../channels/create-channels.ts';
import type { Db } from '../database/handles.ts';
import type { DeliveryState } from './delivery-state.ts';

export interface DeliveryFilter {
  state?: DeliveryState | undefined;
  channel?: DeliveryChannelName | undefined;
  ticketId?: number | undefined;
  /** An address of the channel; a webhook's number. */
  recipient?: string | undefined;
}

/** Newest first; `before` is the last id of the page before. */
export interface DeliveryPage {
  limit: number;
  before: number | null;
}

function selectDeliveries(db: Db) {
  return db
    .selectFrom('notification')
    .leftJoin('ticket', 'ticket.id', 'notification.ticket_id')
    .select([
      'notification.id',
      'notification.ticket_id',
      'ticket.code as ticket_code',
      'ticket.uid as ticket_uid',
      'notification.user_id',
      'notification.event',
      'notification.channel',
      'notification.recipient',
      'notification.recipient_name',
      'notification.subject',
      'notification.message',
      'notification.status',
      'notification.error',
      'notification.attempts',
      'notification.message_id',
      'notification.next_attempt_at',
      'notification.sent_at',
      'notification.delivered_at',
      'notification.read_at',
      'notification.created_at',
    ]);
}

export type Delivery = Awaited<ReturnType<ReturnType<typeof selectDeliveries>['execute']>>[number];

const statusByState = {
  queued: 'PENDING',
  sent: 'SENT',
  delivered: 'SENT',
  read: 'SENT',
  failed: 'FAILED',
  skipped: 'SKIPPED',
} as const satisfies Record<DeliveryState, string>;

/** The query itself, so that tests can look at its plan. */
export function deliveriesQuery(db: Db, filter: DeliveryFilter, { limit, before }: DeliveryPage) {
  const { state, channel, ticketId, recipient } = filter;
  let query = selectDeliveries(db);
  if (before !== null) query = query.where('notification.id', '<', before);
  if (ticketId !== undefined) query = query.where('notification.ticket_id', '=', ticketId);
  if (recipient !== undefined) query = query.where('notification.recipient', '=', recipient);
  if (channel !== undefined) query = query.where('notification.channel', '=', channel);
  if (state !== undefined) query = query.where('notification.status', '=', statusByState[state]);
  // Of what is settled nothing is due: with that said, the index of the queue holds it in the order of the ids.
  if (state !== undefined && state !== 'queued')
    query = query.where('notification.next_attempt_at', 'is', null);
  if (state === 'delivered') query = query.where('notification.delivered_at', 'is not', null);
  if (state === 'read') query = query.where('notification.read_at', 'is not', null);
  return query.orderBy('notification.id', 'desc').limit(limit);
}

export function listDeliveries(db: Db, filter: DeliveryFilter, page: DeliveryPage): Promise<Delivery[]> {
  return deliveriesQuery(db, filter, page).execute();
}

export async function findDelivery(db: Db, id: number): Promise<Delivery | null> {
  return (await selectDeliveries(db).where('notification.id', '=', id).executeTakeFirst()) ?? null;
}

/** How many wait, and how many were given up. */
export async function countOpenDeliveries(db: Db): Promise<{ queued: number; failed: number }> {
  const rows = await db
    .selectFrom('notification')
    .select((eb) => ['status', eb.fn.countAll<number>().as('deliveries')])
    .where('status', 'in', ['PENDING', 'FAILED'])
    .groupBy('status')
    .execute();
  const countOf = (status: string): number => rows.find((row) => row.status === status)?.deliveries ?? 0;
  return { queued: countOf('PENDING'), failed: countOf('FAILED') };
}

/** What is known of the parts in which these messages were sent, oldest first. */
export function listMessageDeliveries(db: Db, messageIds: readonly number[]) {
  return db
    .selectFrom('notification')
    .select(['message_id', 'channel', 'status', 'error', 'created_at', 'sent_at', 'delivered_at', 'read_at'])
    .where('message_id', 'in', messageIds)
    .orderBy('id')
    .execute();
}
