import { sql, type SqlBool } from 'kysely';
import type { TicketConditions } from '#shared/protocol/admin/figures.ts';
import type { Db } from '../database/handles.ts';
import { endedAt, matchesConditions } from './ticket-conditions.repo.ts';

/** Where a page ends: when its last ticket came or ended, and which one it was. */
export interface PagePlace {
  at: number;
  id: number;
}

/** What ended lately comes first where the end is asked for; otherwise what came lately. */
const orderOf = ({ ended_from, ended_before }: TicketConditions) =>
  ended_from === undefined && ended_before === undefined ? sql<number>`ticket.created_at` : endedAt;

/** The query itself, so that tests can look at its plan. */
export function ticketPageQuery(
  db: Db,
  conditions: TicketConditions,
  { after, limit }: { after: PagePlace | null; limit: number },
  now: number,
) {
  const at = orderOf(conditions);
  let query = db
    .selectFrom('ticket')
    .leftJoin('user as assignee', 'assignee.id', 'ticket.assignee_id')
    .leftJoin('feedback', 'feedback.ticket_id', 'ticket.id')
    .select([
      'ticket.id',
      'ticket.uid',
      'ticket.subject',
      'ticket.status',
      'ticket.priority',
      'ticket.category',
      'ticket.source',
      'ticket.requester_name',
      'assignee.full_name as assignee_name',
      'ticket.created_at',
      'ticket.first_responded_at',
      'feedback.rating',
      endedAt.as('ended_at'),
      at.as('at'),
    ])
    .where(matchesConditions(conditions, now));
  if (after !== null) query = query.where(sql<SqlBool>`(${at}, ticket.id) < (${after.at}, ${after.id})`);
  return query.orderBy(at, 'desc').orderBy('ticket.id', 'desc').limit(limit);
}

export function listMatching(
  db: Db,
  conditions: TicketConditions,
  page: { after: PagePlace | null; limit: number },
  now: number,
) {
  return ticketPageQuery(db, conditions, page, now).execute();
}
