import type { Insertable, Updateable } from 'kysely';
import type { WebhookEvent } from '#shared/model/webhook-event.ts';
import type { WebhookTable } from '../database/api-tables.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { NotificationTable } from '../database/channel-tables.ts';

export interface Webhook {
  id: number;
  name: string;
  url: string;
  /** Sealed. */
  secret: string;
  events: WebhookEvent[];
  isActive: boolean;
  createdAt: number;
  updatedAt: number;
}

function selectWebhooks(db: Db) {
  return db
    .selectFrom('webhook')
    .select(['id', 'name', 'url', 'secret', 'events', 'is_active', 'created_at', 'updated_at'])
    .where('deleted_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectWebhooks>['execute']>>[number];

const toWebhook = ({ events, is_active, created_at, updated_at, ...row }: Row): Webhook => ({
  ...row,
  events: JSON.parse(events) as WebhookEvent[],
  isActive: is_active === 1,
  createdAt: created_at,
  updatedAt: updated_at,
});

export async function listWebhooks(db: Db): Promise<Webhook[]> {
  return (await selectWebhooks(db).orderBy('id').execute()).map(toWebhook);
}

export async function findWebhook(db: Db, id: number): Promise<Webhook | null> {
  const row = await selectWebhooks(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toWebhook(row);
}

export async function insertWebhook(tx: Tx, row: Insertable<WebhookTable>): Promise<number> {
  const { id } = await tx.sql.insertInto('webhook').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateWebhook(tx: Tx, id: number, columns: Updateable<WebhookTable>): Promise<void> {
  await tx.sql.updateTable('webhook').set(columns).where('id', '=', id).execute();
}

export type QueuedCall = Pick<
  Insertable<NotificationTable>,
  'ticket_id' | 'event' | 'recipient' | 'recipient_name' | 'message' | 'created_at'
>;

/** Puts the calls into the delivery queue. */
export async function queueCalls(tx: Tx, calls: readonly QueuedCall[]): Promise<void> {
  if (calls.length === 0) return;
  const rows = calls.map((call) => ({
    ...call,
    user_id: null,
    channel: 'WEBHOOK',
    subject: call.event,
    status: 'PENDING',
    error: null,
    attempts: 0,
    next_attempt_at: call.created_at,
    sent_at: null,
  }));
  await tx.sql.insertInto('notification').values(rows).execute();
}
