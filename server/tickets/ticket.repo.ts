import { sql, type Insertable, type Updateable } from 'kysely';
import { activityColumns, messageColumns, ticketColumns } from '#shared/model/columns.ts';
import type { ActivityRow, MessageRow, TicketRow } from '#shared/model/ticket.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { TicketTable } from '../database/ticket-tables.ts';
import type { CategoryColumns } from './category-columns.ts';
import { formatTicketNumber } from './ticket-code.ts';

/** A stored ticket: the row that consoles hold, and what only the node keeps of it. */
export type StoredTicket = TicketRow & { id: number; code: string; audience_id: number };

const own = <Table extends string, Column extends string>(table: Table, columns: readonly Column[]) =>
  columns.map((column) => `${table}.${column}` as const);

const storedColumns = [...own('ticket', ticketColumns), 'ticket.audience_id'] as const;
const messageOwn = own(
  'message',
  messageColumns.filter((column) => column !== 'ticket_uid'),
);
const activityOwn = own(
  'activity',
  activityColumns.filter((column) => column !== 'ticket_uid'),
);

function selectTickets(db: Db) {
  return db.selectFrom('ticket').select(storedColumns).where('ticket.deleted_at', 'is', null);
}

export async function findTicketByUid(db: Db, uid: string): Promise<StoredTicket | null> {
  return (await selectTickets(db).where('ticket.uid', '=', uid).executeTakeFirst()) ?? null;
}

export async function findTicketById(db: Db, id: number): Promise<StoredTicket | null> {
  return (await selectTickets(db).where('ticket.id', '=', id).executeTakeFirst()) ?? null;
}

/** The tickets that exist, newest first. */
export async function findTicketsByIds(db: Db, ids: readonly number[]): Promise<StoredTicket[]> {
  return ids.length === 0
    ? []
    : selectTickets(db).where('ticket.id', 'in', ids).orderBy('ticket.id', 'desc').execute();
}

export async function findTicketsByUids(db: Db, uids: readonly string[]): Promise<StoredTicket[]> {
  return uids.length === 0 ? [] : selectTickets(db).where('ticket.uid', 'in', uids).execute();
}

/** The tickets that were merged into this one. */
export async function listMergedInto(db: Db, uid: string): Promise<StoredTicket[]> {
  return selectTickets(db).where('ticket.merged_into_uid', '=', uid).orderBy('ticket.id').execute();
}

type StoredMessage = MessageRow & { id: number };
type StoredActivity = ActivityRow & { id: number };

const selectMessages = (db: Db) =>
  db
    .selectFrom('message')
    .innerJoin('ticket', 'ticket.id', 'message.ticket_id')
    .select(messageOwn)
    .select('ticket.uid as ticket_uid');

const selectActivities = (db: Db) =>
  db
    .selectFrom('activity')
    .innerJoin('ticket', 'ticket.id', 'activity.ticket_id')
    .select(activityOwn)
    .select('ticket.uid as ticket_uid');

/** Messages of the tickets, oldest first. */
export async function listMessages(db: Db, ticketIds: readonly number[]): Promise<StoredMessage[]> {
  if (ticketIds.length === 0) return [];
  const ofTickets = selectMessages(db).where('message.ticket_id', 'in', ticketIds);
  return ofTickets.orderBy('message.ticket_id').orderBy('message.id').execute();
}

/** Activities of the tickets, oldest first. */
export async function listActivities(db: Db, ticketIds: readonly number[]): Promise<StoredActivity[]> {
  if (ticketIds.length === 0) return [];
  const ofTickets = selectActivities(db).where('activity.ticket_id', 'in', ticketIds);
  return ofTickets.orderBy('activity.ticket_id').orderBy('activity.id').execute();
}

/** These messages, oldest first. */
export async function findMessagesByIds(db: Db, ids: readonly number[]): Promise<StoredMessage[]> {
  if (ids.length === 0) return [];
  return selectMessages(db).where('message.id', 'in', ids).orderBy('message.id').execute();
}

/** These activities, oldest first. */
export async function findActivitiesByIds(db: Db, ids: readonly number[]): Promise<StoredActivity[]> {
  if (ids.length === 0) return [];
  return selectActivities(db).where('activity.id', 'in', ids).orderBy('activity.id').execute();
}

/** The next number of the year, counted inside the transaction so that none is skipped or given twice. */
export async function nextTicketNumber(tx: Tx, now: number): Promise<string> {
  const year = new Date(now).getUTCFullYear();
  const { last } = await tx.sql
    .insertInto('ticket_number')
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ last: sql`ticket_number.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return formatTicketNumber(year, last);
}

export async function isCodeTaken(db: Db, code: string): Promise<boolean> {
  return (
    (await db.selectFrom('ticket').select('id').where('code', '=', code).executeTakeFirst()) !== undefined
  );
}

/** Columns that consoles are not told of and that a change may set. */
export type NodeColumns = Pick<
  TicketTable,
  | 'project_name'
  | 'delivery_id'
  | 'auto_categorized'
  | 'confidence_score'
  | 'assigned_label'
  | 'assigned_team'
  | 'handover_reason'
  | 'escalated'
  | 'escalated_at'
  | 'escalation_reason'
  | 'estimated_resolution_time'
  | 'sla_policy_id'
  | 'sla_policy_version'
> & { awaits_agent: number; resolution_due_manual: number };

/** What the node alone adds to a new ticket. */
type AddedColumns = Pick<TicketTable, 'code' | 'number' | 'origin' | 'audience_id'> &
  CategoryColumns &
  Partial<NodeColumns>;

/** Stores a new ticket and answers its integer id. */
export async function insertTicket(tx: Tx, row: TicketRow, added: AddedColumns): Promise<number> {
  const { id: _unset, code: _unknown, ...columns } = row;
  const values: Insertable<TicketTable> = {
    ...columns,
    auto_categorized: 0,
    confidence_score: 1,
    escalated: 0,
    sla_policy_id: null,
    sla_policy_version: null,
    ...added,
  };
  const { id } = await tx.sql.insertInto('ticket').values(values).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateTicket(tx: Tx, id: number, columns: Updateable<TicketTable>): Promise<void> {
  await tx.sql.updateTable('ticket').set(columns).where('id', '=', id).execute();
}

export async function readCategoryColumns(db: Db, id: number): Promise<CategoryColumns> {
  return db
    .selectFrom('ticket')
    .select([
      'category',
      'category_support',
      'category_admin',
      'category_incident',
      'category_it',
      'explicit_categories',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

export async function insertMessage(tx: Tx, ticketId: number, row: MessageRow): Promise<number> {
  const { id: _unset, ticket_uid: _root, ...columns } = row;
  const { id } = await tx.sql
    .insertInto('message')
    .values({ ...columns, ticket_id: ticketId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertActivity(tx: Tx, ticketId: number, row: ActivityRow): Promise<number> {
  const { id: _unset, ticket_uid: _root, ...columns } = row;
  const { id } = await tx.sql
    .insertInto('activity')
    .values({ ...columns, ticket_id: ticketId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Makes the stored list of assignees equal to `userIds` (the primary first) and records who is new on it. */
export async function replaceAssignees(
  tx: Tx,
  ticketId: number,
  userIds: readonly number[],
  now: number,
): Promise<void> {
  const before = await tx.db
    .selectFrom('ticket_assignee')
    .select('user_id')
    .where('ticket_id', '=', ticketId)
    .execute();
  const known = new Set(before.map((row) => row.user_id));
  await tx.sql.deleteFrom('ticket_assignee').where('ticket_id', '=', ticketId).execute();
  if (userIds.length === 0) return;
  const rows = userIds.map((user_id, position) => ({
    ticket_id: ticketId,
    user_id,
    position,
    assigned_at: now,
  }));
  await tx.sql.insertInto('ticket_assignee').values(rows).execute();
  const added = userIds.filter((id) => !known.has(id));
  if (added.length === 0) return;
  const log = added.map((user_id) => ({ ticket_id: ticketId, user_id, assigned_at: now }));
  await tx.sql.insertInto('assignment_log').values(log).execute();
  await tx.sql.updateTable('user').set({ last_assigned_at: now }).where('id', 'in', added).execute();
}

/** "TKT-2024-001": the number that a stored ticket has beside its id and its code. */
export async function findTicketNumber(db: Db, id: number): Promise<string> {
  const { number } = await db
    .selectFrom('ticket')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return number;
}

/** How sure the bot was of what it said; consoles are not told. */
export async function keepConfidence(tx: Tx, messageUid: string, confidence: number): Promise<void> {
  await tx.sql
    .updateTable('message')
    .set({ ai_confidence: confidence })
    .where('uid', '=', messageUid)
    .execute();
}
