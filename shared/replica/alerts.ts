import type { ConsoleEventData } from '../protocol/ipc.ts';
import type { Op } from '../protocol/sync.ts';
import { findTicket } from './overlay.ts';
import type { ReplicaTx } from './truth.ts';

export type Alert = ConsoleEventData<'alert'>;

/**
 * What in these rows their reader wants to hear of: a ticket that became theirs, a customer's message on one of
 * theirs. Asked before the rows are applied, because it compares them with what is here.
 */
export async function findAlerts(tx: ReplicaTx, ops: readonly Op[], userId: number): Promise<Alert[]> {
  const alerts: Alert[] = [];
  const incoming = new Map(
    ops.filter((op) => op.op === 'put' && op.ent === 'ticket').map((op) => [op.row.uid, op.row]),
  );
  for (const row of incoming.values()) {
    if (row.assignee_id !== userId) continue;
    const held = await findTicket(tx, 'ticket', row.uid);
    if (held !== null && held.assignee_id === userId) continue;
    // Somebody who takes a ticket knows it.
    const isOwnDoing = await hasPrediction(tx, row.uid);
    if (isOwnDoing) continue;
    alerts.push({
      kind: 'assigned',
      ticket_uid: row.uid,
      ticket_id: row.id,
      subject: row.subject,
      text: row.description,
    });
  }
  for (const op of ops) {
    if (op.op !== 'put' || op.ent !== 'message' || op.row.sender_type !== 'user') continue;
    const ticket = incoming.get(op.row.ticket_uid) ?? (await findTicket(tx, 'ticket', op.row.ticket_uid));
    if (ticket === null || ticket.assignee_id !== userId) continue;
    if (alerts.some((alert) => alert.ticket_uid === ticket.uid)) continue;
    const known = await tx
      .selectFrom('message')
      .select('uid')
      .where('uid', '=', op.row.uid)
      .executeTakeFirst();
    if (known !== undefined) continue;
    const { uid: ticket_uid, id: ticket_id, subject } = ticket;
    alerts.push({ kind: 'customer_message', ticket_uid, ticket_id, subject, text: op.row.text });
  }
  return alerts;
}

async function hasPrediction(tx: ReplicaTx, ticketUid: string): Promise<boolean> {
  const row = await tx
    .selectFrom('ticket_overlay')
    .select('uid')
    .where('uid', '=', ticketUid)
    .executeTakeFirst();
  return row !== undefined;
}
