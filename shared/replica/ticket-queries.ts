import { sql } from 'kysely';
import { activityColumns, messageColumns, ticketColumns } from '../model/columns.ts';
import { isOpen, openStatuses } from '../model/status.ts';
import type { ActivityRow, MessageRow, TicketRow } from '../model/ticket.ts';
import type { ReplicaDb } from './tables.ts';

/** The ticket's newest message is the customer's, and its assignee has not looked since; or it was just assigned. */
export interface ReadMarks {
  seenAtByTicket: ReadonlyMap<string, number>;
  readBefore: number;
}

export function isUnread(
  ticket: TicketRow,
  userId: number,
  { seenAtByTicket, readBefore }: ReadMarks,
): boolean {
  if (ticket.assignee_id !== userId || !isOpen(ticket.status)) return false;
  const seenAt = Math.max(seenAtByTicket.get(ticket.uid) ?? 0, readBefore);
  const isAnswered = ticket.last_message_sender !== 'user' || (ticket.last_message_at ?? 0) <= seenAt;
  return !isAnswered || (ticket.assigned_at ?? 0) > seenAt;
}

export async function readMarks(
  db: ReplicaDb,
  readBefore: number,
  uids?: readonly string[],
): Promise<ReadMarks> {
  const all = db.selectFrom('seen').select(['ticket_uid', 'seen_at']);
  const rows = await (uids === undefined ? all : all.where('ticket_uid', 'in', uids)).execute();
  return { seenAtByTicket: new Map(rows.map((row) => [row.ticket_uid, row.seen_at])), readBefore };
}

/** Tickets by their uids, in no particular order. */
export function listTickets(db: ReplicaDb, uids: readonly string[]): Promise<TicketRow[]> {
  return db.selectFrom('ticket_view').select(ticketColumns).where('uid', 'in', uids).execute();
}

/** Open tickets of the user, for the unread count. */
export async function listMine(db: ReplicaDb, userId: number): Promise<TicketRow[]> {
  return db
    .selectFrom('ticket_view')
    .select(ticketColumns)
    .where('assignee_id', '=', userId)
    .where('status', 'in', openStatuses)
    .execute();
}

export interface ConversationMessage {
  row: MessageRow;
  /** Not from the node yet. */
  isPredicted: boolean;
}

/** The conversation: what the node has sent in its order, then this console's own predictions in theirs. */
export async function listConversation(db: ReplicaDb, ticketUid: string): Promise<ConversationMessage[]> {
  const rows = await db
    .selectFrom('message_view')
    .select(messageColumns)
    .where('ticket_uid', '=', ticketUid)
    .orderBy(sql`id is null`)
    .orderBy('id')
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({ row, isPredicted: row.id === null }));
}

export async function listTicketActivities(db: ReplicaDb, ticketUid: string): Promise<ActivityRow[]> {
  return db
    .selectFrom('activity_view')
    .select(activityColumns)
    .where('ticket_uid', '=', ticketUid)
    .orderBy(sql`id is null`)
    .orderBy('id')
    .orderBy('created_at')
    .execute();
}

/**
 * What happened in public after a reply that its author had seen: every message behind it, or, for an author who had
 * seen no reply at all, everything from the first one on.
 */
export async function listPublicSince(
  db: ReplicaDb,
  ticketUid: string,
  seenUid: string | null,
): Promise<MessageRow[]> {
  const messages = await db
    .selectFrom('message')
    .select(messageColumns)
    .where('ticket_uid', '=', ticketUid)
    .where('visibility', '=', 'public')
    .orderBy('id')
    .execute();
  const start =
    seenUid === null
      ? messages.findIndex((row) => row.sender_type === 'operator')
      : messages.findIndex((row) => row.uid === seenUid) + 1;
  return start < 0 ? [] : messages.slice(start);
}

export async function findUidById(db: ReplicaDb, id: number): Promise<string | null> {
  const row = await db.selectFrom('ticket').select('uid').where('id', '=', id).executeTakeFirst();
  return row?.uid ?? null;
}

export async function markSeen(db: ReplicaDb, ticketUid: string, now: number): Promise<void> {
  await db
    .insertInto('seen')
    .values({ ticket_uid: ticketUid, seen_at: now })
    .onConflict((conflict) => conflict.column('ticket_uid').doUpdateSet({ seen_at: now }))
    .execute();
}
