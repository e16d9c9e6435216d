import { sql, type SqlBool } from 'kysely';
import type { Department } from '#shared/model/department.ts';
import type { Status } from '#shared/model/status.ts';
import type { Db } from '../database/handles.ts';

/** Conditions on tickets; they combine. Times are ms UTC. */
export interface TicketFilter {
  statuses?: readonly Status[] | undefined;
  category?: Department | undefined;
  assigneeId?: number | undefined;
  isUnassigned?: boolean | undefined;
  createdFrom?: number | undefined;
  createdBefore?: number | undefined;
}

/** A place in the list, newest first: the last ticket that was shown. */
export interface TicketPlace {
  createdAt: number;
  id: number;
}

export interface TicketPage {
  limit: number;
  offset: number;
  /** With a place, what comes after it; `offset` counts from there. */
  after?: TicketPlace | undefined;
}

const listColumns = [
  'ticket.id',
  'ticket.code',
  'ticket.subject',
  'ticket.status',
  'ticket.priority',
  'ticket.category',
  'ticket.source',
  'ticket.tags',
  'ticket.handover_reason',
  'ticket.assignee_id',
  'ticket.assigned_at',
  'ticket.auto_assigned',
  'ticket.reassignment_count',
  'ticket.created_at',
  'ticket.updated_at',
  'ticket.resolved_at',
  'ticket.closed_at',
] as const;

const assigneeColumns = [
  'assignee.username as assignee_username',
  'assignee.full_name as assignee_full_name',
  'assignee.email as assignee_email',
  'assignee.role as assignee_role',
  'assignee.department as assignee_department',
] as const;

/** Tickets with whoever works on them and whoever asked. */
function selectListed(db: Db) {
  return db
    .selectFrom('ticket')
    .leftJoin('user as assignee', 'assignee.id', 'ticket.assignee_id')
    .leftJoin('user as requester', 'requester.id', 'ticket.requester_id')
    .select(listColumns)
    .select(assigneeColumns)
    .select((eb) => [
      eb.fn
        .coalesce('ticket.phone_number', 'requester.whatsapp_number', 'requester.phone_number')
        .as('phone_number'),
      eb.fn.coalesce('ticket.merchant_id', 'requester.merchant_id').as('merchant_id'),
    ]);
}

export type ListedTicket = Awaited<ReturnType<ReturnType<typeof selectListed>['execute']>>[number];

function selectMatching(db: Db, filter: TicketFilter) {
  let query = db.selectFrom('ticket').where('ticket.deleted_at', 'is', null);
  if (filter.statuses !== undefined) query = query.where('ticket.status', 'in', filter.statuses);
  if (filter.category !== undefined) query = query.where('ticket.category', '=', filter.category);
  if (filter.assigneeId !== undefined) query = query.where('ticket.assignee_id', '=', filter.assigneeId);
  if (filter.isUnassigned === true) query = query.where('ticket.assignee_id', 'is', null);
  if (filter.createdFrom !== undefined) query = query.where('ticket.created_at', '>=', filter.createdFrom);
  if (filter.createdBefore !== undefined) query = query.where('ticket.created_at', '<', filter.createdBefore);
  return query;
}

/** The ids of a page: found in the indexes before any whole row is read, however far down the page lies. */
function selectIds(db: Db, filter: TicketFilter, { limit, offset, after }: TicketPage) {
  let query = selectMatching(db, filter).select('ticket.id');
  if (after !== undefined) {
    const { createdAt, id } = after;
    query = query.where(sql<SqlBool>`(ticket.created_at, ticket.id) < (${createdAt}, ${id})`);
  }
  return query.orderBy('ticket.created_at', 'desc').orderBy('ticket.id', 'desc').limit(limit).offset(offset);
}

/** A page of tickets, newest first. */
export function listTickets(db: Db, filter: TicketFilter, page: TicketPage): Promise<ListedTicket[]> {
  return pageQuery(db, filter, page).execute();
}

/** The query itself, so that tests can look at its plan. */
export function pageQuery(db: Db, filter: TicketFilter, page: TicketPage) {
  return selectListed(db)
    .where('ticket.id', 'in', selectIds(db, filter, page))
    .orderBy('ticket.created_at', 'desc')
    .orderBy('ticket.id', 'desc');
}

export async function findListed(db: Db, id: number): Promise<ListedTicket | null> {
  const row = await selectListed(db)
    .where('ticket.id', '=', id)
    .where('ticket.deleted_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function countTickets(db: Db, filter: TicketFilter): Promise<number> {
  const { total } = await selectMatching(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}
