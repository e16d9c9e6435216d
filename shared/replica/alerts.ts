import type { MessageRow, TicketRow } from '../model/ticket.ts';
import type { ConsoleEventData } from '../protocol/ipc.ts';
import type { Op } from '../protocol/sync.ts';
import { findTicket } from './overlay.ts';
import type { ReplicaTx } from './tables.ts';

export type Alert = ConsoleEventData<'alert'>;

/**
 * What in these rows their reader wants to hear of: a ticket that became theirs, a customer's message on one of theirs
 * or on one that they follow, a note that calls them. Asked before the rows are applied, because it compares them with
 * what is here.
 */
export async function findAlerts(tx: ReplicaTx, ops: readonly Op[], userId: number): Promise<Alert[]> {
  const alerts: Alert[] = [];
  const incoming = new Map(
    ops.filter((op) => op.op === 'put' && op.ent === 'ticket').map((op) => [op.row.uid, op.row]),
  );
  for (const row of incoming.values()) {
    if (row.assignee_id !== userId || row.merged_into_uid !== null) continue;
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
    if (op.op !== 'put' || op.ent !== 'message') continue;
    const ticket = incoming.get(op.row.ticket_uid) ?? (await findTicket(tx, 'ticket', op.row.ticket_uid));
    const kind = ticket === null ? null : kindOf(op.row, ticket, userId);
    if (ticket === null || kind === null || (await isHeld(tx, op.row.uid))) continue;
    const shown = await findShown(tx, ticket);
    if (alerts.some((alert) => alert.ticket_uid === shown.uid)) continue;
    const { uid: ticket_uid, id: ticket_id, subject } = shown;
    alerts.push({ kind, ticket_uid, ticket_id, subject, text: op.row.text });
  }
  return alerts;
}

/** What a message is to this reader; null when nothing that they wait for. */
function kindOf(message: MessageRow, ticket: TicketRow, userId: number): Alert['kind'] | null {
  const isIn = (ids: string): boolean => (JSON.parse(ids) as number[]).includes(userId);
  if (message.sender_id !== userId && isIn(message.mentioned_ids)) return 'mentioned';
  if (message.sender_type !== 'user') return null;
  if (ticket.assignee_id === userId) return 'customer_message';
  return isIn(ticket.follower_ids) ? 'followed_message' : null;
}

/** The ticket under which a conversation is shown: the one that it was merged into, where that is held. */
async function findShown(tx: ReplicaTx, ticket: TicketRow): Promise<TicketRow> {
  if (ticket.merged_into_uid === null) return ticket;
  const into = await findTicket(tx, 'ticket', ticket.merged_into_uid);
  return into === null ? ticket : findShown(tx, into);
}

async function isHeld(tx: ReplicaTx, messageUid: string): Promise<boolean> {
  const row = await tx.selectFrom('message').select('uid').where('uid', '=', messageUid).executeTakeFirst();
  return row !== undefined;
}

async function hasPrediction(tx: ReplicaTx, ticketUid: string): Promise<boolean> {
  const row = await tx
    .selectFrom('ticket_overlay')
    .select('uid')
    .where('uid', '=', ticketUid)
    .executeTakeFirst();
  return row !== undefined;
}
