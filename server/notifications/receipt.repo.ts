import { messageColumns } from '#shared/model/columns.ts';
import type { MessageRow } from '#shared/model/ticket.ts';
import type { Db, Tx } from '../database/handles.ts';

const columns = messageColumns
  .filter((column) => column !== 'ticket_uid')
  .map((column) => `message.${column}` as const);

export async function findMessage(db: Db, id: number): Promise<(MessageRow & { id: number }) | null> {
  const row = await db
    .selectFrom('message')
    .innerJoin('ticket', 'ticket.id', 'message.ticket_id')
    .select(columns)
    .select('ticket.uid as ticket_uid')
    .where('message.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function setReceipt(tx: Tx, id: number, receipt: string, ver: number): Promise<void> {
  await tx.sql.updateTable('message').set({ receipt, ver }).where('id', '=', id).execute();
}
