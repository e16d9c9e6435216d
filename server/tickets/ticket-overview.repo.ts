import type { Priority } from '#shared/model/priority.ts';
import type { Status } from '#shared/model/status.ts';
import type { Db } from '../database/handles.ts';
import { selectPage, type PageFilter, type TicketPage } from './ticket-list.repo.ts';

/** Tickets with the category as the it-support vocabulary has it, and how it was found. */
function selectOverviews(db: Db) {
  return db
    .selectFrom('ticket')
    .select([
      'ticket.id',
      'ticket.subject',
      'ticket.description',
      'ticket.priority',
      'ticket.status',
      'ticket.category_it',
      'ticket.requester_id',
      'ticket.assignee_id',
      'ticket.auto_categorized',
      'ticket.confidence_score',
      'ticket.created_at',
      'ticket.updated_at',
      'ticket.resolved_at',
    ])
    .select((eb) =>
      // Who wrote it down, for tickets of people without a user.
      eb
        .selectFrom('activity')
        .select('activity.actor_id')
        .whereRef('activity.ticket_id', '=', 'ticket.id')
        .orderBy('activity.id')
        .limit(1)
        .as('author_id'),
    )
    .where('ticket.deleted_at', 'is', null);
}

export type TicketOverview = Awaited<ReturnType<ReturnType<typeof selectOverviews>['execute']>>[number];

/** A page of tickets, newest first. */
export function listOverviews(db: Db, filter: PageFilter, page: TicketPage): Promise<TicketOverview[]> {
  return overviewQuery(db, filter, page).execute();
}

/** The query itself, so that tests can look at its plan. */
export function overviewQuery(db: Db, filter: PageFilter, page: TicketPage) {
  return selectOverviews(db)
    .where('ticket.id', 'in', db.selectFrom(selectPage(db, filter, page).as('page')).select('page.id'))
    .orderBy('ticket.created_at', 'desc')
    .orderBy('ticket.id', 'desc');
}

export async function findOverview(db: Db, id: number): Promise<TicketOverview | null> {
  return (await selectOverviews(db).where('ticket.id', '=', id).executeTakeFirst()) ?? null;
}

export interface TicketTally {
  status: Status;
  priority: Priority;
  category_it: string;
  tickets: number;
  resolved: number;
  /** From creation to resolution, ms, of all resolved ones together. */
  resolution_ms: number | null;
}

/** How many tickets there are of each kind; of one customer's when `requesterId` is given. */
export function tallyTickets(db: Db, requesterId: number | undefined): Promise<TicketTally[]> {
  return tallyQuery(db, requesterId).execute();
}

/** The query itself, so that tests can look at its plan. */
export function tallyQuery(db: Db, requesterId: number | undefined) {
  let query = db
    .selectFrom('ticket')
    .select((eb) => [
      'status',
      'priority',
      'category_it',
      eb.fn.countAll<number>().as('tickets'),
      eb.fn.count<number>('resolved_at').as('resolved'),
      eb.fn.sum<number | null>(eb('resolved_at', '-', eb.ref('created_at'))).as('resolution_ms'),
    ])
    .where('deleted_at', 'is', null);
  if (requesterId !== undefined) query = query.where('requester_id', '=', requesterId);
  return query.groupBy(['status', 'priority', 'category_it']);
}
