import { departments, type Department } from '#shared/model/department.ts';
import { openStatuses } from '#shared/model/status.ts';
import type { ExpressionBuilder } from 'kysely';
import type { Db } from '../database/handles.ts';
import type { Schema } from '../database/schema.ts';

/** When a ticket came from elsewhere; null for those that were written here. */
const importedAt = (eb: ExpressionBuilder<Schema, 'ticket'>) =>
  eb
    .selectFrom('imported_ticket')
    .select('imported_ticket.imported_at')
    .whereRef('imported_ticket.ticket_id', '=', 'ticket.id')
    .limit(1);

/**
 * Open tickets that nobody has, with the moment since which they wait here: they came, or were taken from somebody. One
 * that lived elsewhere waits since it was imported, however old it is: nobody here could have taken it before.
 */
function selectQueued(db: Db) {
  return db
    .selectFrom('ticket')
    .select((eb) => [
      'ticket.id',
      'ticket.category',
      eb.fn
        .coalesce(
          eb
            .selectFrom('activity')
            .select((each) => each.fn.max<number>('activity.created_at').as('at'))
            .whereRef('activity.ticket_id', '=', 'ticket.id')
            .where('activity.kind', '=', 'unassigned'),
          importedAt(eb),
          'ticket.created_at',
        )
        .as('waiting_since'),
    ])
    .where('ticket.assignee_id', 'is', null)
    .where('ticket.status', 'in', openStatuses)
    .where('ticket.deleted_at', 'is', null);
}

export interface QueuedTicketRow {
  id: number;
  uid: string;
  subject: string;
  category: Department;
  priority: string;
  source: string;
  requester_name: string | null;
  waiting_since: number;
  created_at: number;
  /** When it came from elsewhere; null for those that were written here. */
  imported_at: number | null;
  response_due_at: number | null;
  awaits_agent: number;
}

/** The query itself, so that tests can look at its plan. */
export function queueQuery(db: Db, limit: number) {
  return selectQueued(db)
    .select((eb) => importedAt(eb).as('imported_at'))
    .select([
      'ticket.uid',
      'ticket.subject',
      'ticket.priority',
      'ticket.source',
      'ticket.requester_name',
      'ticket.created_at',
      'ticket.response_due_at',
      'ticket.awaits_agent',
    ])
    .orderBy('waiting_since')
    .orderBy('ticket.id')
    .limit(limit);
}

/** The longest waiting first. */
export function listQueue(db: Db, limit: number) {
  return queueQuery(db, limit).execute();
}

export interface QueueTally {
  category: Department;
  waiting: number;
  oldest_since: number;
  overdue: number;
}

/** How many wait for each department, and how many of them since before `overdueBefore`, ms UTC. */
export function tallyQueue(db: Db, overdueBefore: number): Promise<QueueTally[]> {
  return db
    .selectFrom(selectQueued(db).as('queued'))
    .select((eb) => [
      'queued.category',
      eb.fn.countAll<number>().as('waiting'),
      eb.fn.min<number>('queued.waiting_since').as('oldest_since'),
      eb.fn
        .count<number>(eb.case().when('queued.waiting_since', '<', overdueBefore).then('queued.id').end())
        .as('overdue'),
    ])
    .groupBy('queued.category')
    .execute();
}

/** How many active and approved agents each department has, whether they take new tickets or not. */
export async function countAgents(db: Db): Promise<Map<Department, number>> {
  const rows = await db
    .selectFrom('user')
    .select((eb) => ['department', eb.fn.countAll<number>().as('agents')])
    .where('role', '=', 'agent')
    .where('department', 'in', departments)
    .where('is_active', '=', 1)
    .where('is_approved', '=', 1)
    .where('deleted_at', 'is', null)
    .groupBy('department')
    .execute();
  return new Map(
    rows.flatMap(({ department, agents }) => (department === null ? [] : [[department, agents]])),
  );
}
