import { sql } from 'kysely';
import type { Department } from '#shared/model/department.ts';
import type { Status } from '#shared/model/status.ts';
import type { Db, Tx } from '../database/handles.ts';

/** What a ticket is counted by. */
export interface CountedTicket {
  status: Status;
  category: Department;
  assignee_id: number | null;
}

export interface CountFilter {
  statuses?: readonly Status[] | undefined;
  category?: Department | undefined;
  assigneeId?: number | undefined;
  isUnassigned?: boolean | undefined;
}

const nobody = 0;

async function add(tx: Tx, { status, category, assignee_id }: CountedTicket, tickets: 1 | -1): Promise<void> {
  await tx.sql
    .insertInto('ticket_count')
    .values({ status, category, assignee_id: assignee_id ?? nobody, tickets })
    .onConflict((conflict) =>
      conflict
        .columns(['assignee_id', 'status', 'category'])
        .doUpdateSet({ tickets: sql`ticket_count.tickets + excluded.tickets` }),
    )
    .execute();
}

/** Keeps the counts in step with a ticket's change; `before` is null for a new ticket, `after` for a deleted one. */
export async function moveTicketCount(
  tx: Tx,
  before: CountedTicket | null,
  after: CountedTicket | null,
): Promise<void> {
  const isSame =
    before?.status === after?.status &&
    before?.category === after?.category &&
    before?.assignee_id === after?.assignee_id;
  if (isSame) return;
  if (before !== null) await add(tx, before, -1);
  if (after !== null) await add(tx, after, 1);
}

/** Counts anew, after tickets were stored in bulk past the writer. */
export async function recountTickets(tx: Tx): Promise<void> {
  await tx.sql.deleteFrom('ticket_count').execute();
  await tx.sql
    .insertInto('ticket_count')
    .columns(['status', 'category', 'assignee_id', 'tickets'])
    .expression((eb) =>
      eb
        .selectFrom('ticket')
        .select((each) => [
          'status',
          'category',
          each.fn.coalesce('assignee_id', each.lit(nobody)).as('assignee_id'),
          each.fn.countAll<number>().as('tickets'),
        ])
        .where('deleted_at', 'is', null)
        .groupBy(['status', 'category', sql`coalesce(assignee_id, 0)`]),
    )
    .execute();
}

export async function sumTicketCounts(db: Db, filter: CountFilter): Promise<number> {
  let query = db
    .selectFrom('ticket_count')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('tickets'), eb.lit(0)).as('total'));
  if (filter.statuses !== undefined) query = query.where('status', 'in', filter.statuses);
  if (filter.category !== undefined) query = query.where('category', '=', filter.category);
  if (filter.assigneeId !== undefined) query = query.where('assignee_id', '=', filter.assigneeId);
  if (filter.isUnassigned === true) query = query.where('assignee_id', '=', nobody);
  const { total } = await query.executeTakeFirstOrThrow();
  return total;
}

/** How many tickets of each status are with each of these users. */
export async function countByAssigneeAndStatus(
  db: Db,
  userIds: readonly number[],
): Promise<{ assignee_id: number; status: Status; tickets: number }[]> {
  if (userIds.length === 0) return [];
  return db
    .selectFrom('ticket_count')
    .select((eb) => ['assignee_id', 'status', eb.fn.sum<number>('tickets').as('tickets')])
    .where('assignee_id', 'in', userIds)
    .groupBy(['assignee_id', 'status'])
    .execute();
}
