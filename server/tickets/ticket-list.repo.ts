import { sql, type SqlBool } from 'kysely';
import type { Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
import { statuses, type Status } from '#shared/model/status.ts';
import type { Db } from '../database/handles.ts';
import { sumTicketCounts } from './ticket-count.repo.ts';
import { matchesOperator, matchesSearch } from './ticket-search.repo.ts';

/** Conditions on tickets; they combine. Times are ms UTC. */
export interface TicketFilter {
  statuses?: readonly Status[] | undefined;
  category?: Department | undefined;
  assigneeId?: number | undefined;
  isUnassigned?: boolean | undefined;
  createdFrom?: number | undefined;
  createdBefore?: number | undefined;
}

/** More conditions, which nobody counts by. */
export interface PageFilter extends TicketFilter {
  priority?: Priority | undefined;
  requesterId?: number | undefined;
  /** Part of the number, the subject, or the customer's name or Telegram name. */
  search?: string | undefined;
  /** An operator's name, as it was given or as the assignee's username is. */
  operator?: string | undefined;
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
  'ticket.number',
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

function selectMatching(db: Db, filter: PageFilter, statuses: readonly Status[] | undefined) {
  let query = db.selectFrom('ticket').where('ticket.deleted_at', 'is', null);
  if (statuses !== undefined) query = query.where('ticket.status', 'in', statuses);
  if (filter.category !== undefined) query = query.where('ticket.category', '=', filter.category);
  if (filter.assigneeId !== undefined) query = query.where('ticket.assignee_id', '=', filter.assigneeId);
  if (filter.isUnassigned === true) query = query.where('ticket.assignee_id', 'is', null);
  if (filter.priority !== undefined) query = query.where('ticket.priority', '=', filter.priority);
  if (filter.requesterId !== undefined) query = query.where('ticket.requester_id', '=', filter.requesterId);
  if (filter.search !== undefined) query = query.where(matchesSearch(filter.search));
  if (filter.operator !== undefined) query = query.where(matchesOperator(filter.operator));
  if (filter.createdFrom !== undefined) query = query.where('ticket.created_at', '>=', filter.createdFrom);
  if (filter.createdBefore !== undefined) query = query.where('ticket.created_at', '<', filter.createdBefore);
  return query;
}

function selectPlaces(db: Db, filter: PageFilter, status: Status | null, after: TicketPlace | undefined) {
  const query = selectMatching(db, filter, status === null ? undefined : [status]);
  const places = query.select(['ticket.created_at', 'ticket.id']);
  if (after === undefined) return places;
  return places.where(sql<SqlBool>`(ticket.created_at, ticket.id) < (${after.createdAt}, ${after.id})`);
}

/**
 * Where the page's tickets are, newest first. The indexes hold the tickets of one status, with one category or one
 * assignee, in that order, so that several statuses are as many ordered lists that the database merges: nothing is
 * sorted, however many match.
 */
export function selectPage(db: Db, filter: PageFilter, { limit, offset, after }: TicketPage) {
  const { category, assigneeId, isUnassigned } = filter;
  const isNarrow = category !== undefined || assigneeId !== undefined || isUnassigned === true;
  const each = filter.statuses ?? (isNarrow ? statuses : [null]);
  const [first = null, ...others] = each;
  return others
    .reduce(
      (merged, status) => merged.unionAll(selectPlaces(db, filter, status, after)),
      selectPlaces(db, filter, first, after),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset);
}

/** A page of tickets, newest first. */
export function listTickets(db: Db, filter: TicketFilter, page: TicketPage): Promise<ListedTicket[]> {
  return pageQuery(db, filter, page).execute();
}

/** The query itself, so that tests can look at its plan. */
export function pageQuery(db: Db, filter: TicketFilter, page: TicketPage) {
  return selectListed(db)
    .where('ticket.id', 'in', db.selectFrom(selectPage(db, filter, page).as('page')).select('page.id'))
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

/** These tickets as lists show them, in any order. */
export function listTicketsByIds(db: Db, ids: readonly number[]): Promise<ListedTicket[]> {
  return ids.length === 0 ? Promise.resolve([]) : selectListed(db).where('ticket.id', 'in', ids).execute();
}

/** How many match. Only what was created in some time has to be counted; the rest is known. */
export async function countTickets(db: Db, filter: TicketFilter): Promise<number> {
  if (filter.createdFrom === undefined && filter.createdBefore === undefined)
    return sumTicketCounts(db, filter);
  return countMatching(db, filter);
}

/** The same for conditions that nobody keeps counts by. */
export async function countPage(db: Db, filter: PageFilter): Promise<number> {
  const { priority, requesterId, search, operator } = filter;
  const isPlain = [priority, requesterId, search, operator].every((condition) => condition === undefined);
  return isPlain ? countTickets(db, filter) : countMatching(db, filter);
}

async function countMatching(db: Db, filter: PageFilter): Promise<number> {
  const { total } = await selectMatching(db, filter, filter.statuses)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}
