import type { Updateable } from 'kysely';
import type { NotificationTable } from '../database/channel-tables.ts';
import type { Db, Tx } from '../database/handles.ts';

const columns = ['id', 'message_id', 'status', 'attempts', 'sent_at', 'delivered_at', 'read_at'] as const;

export interface ReportedDelivery {
  id: number;
  message_id: number | null;
  status: string;
  attempts: number;
  sent_at: number | null;
  delivered_at: number | null;
  read_at: number | null;
}

/** By our own trace where the report has one, else by what the other side calls it. */
export async function findReported(
  db: Db,
  channel: string,
  { peerId, trace }: { peerId: string; trace: { id: number; createdAt: number } | null },
): Promise<ReportedDelivery | null> {
  const query = db.selectFrom('notification').select(columns).where('channel', '=', channel);
  const byTrace =
    trace === null
      ? undefined
      : await query.where('id', '=', trace.id).where('created_at', '=', trace.createdAt).executeTakeFirst();
  return byTrace ?? (await query.where('peer_id', '=', peerId).executeTakeFirst()) ?? null;
}

export async function updateReported(tx: Tx, id: number, set: Updateable<NotificationTable>): Promise<void> {
  if (Object.keys(set).length === 0) return;
  await tx.sql.updateTable('notification').set(set).where('id', '=', id).execute();
}

/** The ticket that a message sent to this address was about. */
export async function findQuotedTicket(
  db: Db,
  channel: string,
  address: string,
  peerId: string,
): Promise<number | null> {
  const rows = await db
    .selectFrom('notification')
    .select(['ticket_id', 'recipient'])
    .where('channel', '=', channel)
    .where('peer_id', '=', peerId)
    .execute();
  const digits = (text: string): string => text.replaceAll(/\D/g, '');
  return rows.find(({ recipient }) => digits(recipient) === digits(address))?.ticket_id ?? null;
}
