import type { Department } from '#shared/model/department.ts';
import { openStatuses } from '#shared/model/status.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { Candidate } from './choose-agent.ts';

/** The department's agents who take new tickets: active, approved and available, whatever is on their desks. */
export async function listCandidates(db: Db, department: Department): Promise<Candidate[]> {
  const agents = await db
    .selectFrom('user')
    .select(['id', 'username', 'agent_capacity as capacity', 'last_assigned_at as lastAssignedAt'])
    .where('role', '=', 'agent')
    .where('department', '=', department)
    .where('is_active', '=', 1)
    .where('is_approved', '=', 1)
    .where('is_available', '=', 1)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  if (agents.length === 0) return [];
  const counts = await db
    .selectFrom('ticket_count')
    .select((eb) => ['assignee_id', eb.fn.sum<number>('tickets').as('tickets')])
    .where(
      'assignee_id',
      'in',
      agents.map(({ id }) => id),
    )
    .where('status', 'in', openStatuses)
    .groupBy('assignee_id')
    .execute();
  const activeById = new Map(counts.map(({ assignee_id, tickets }) => [assignee_id, tickets]));
  return agents.map((agent) => ({ ...agent, active: activeById.get(agent.id) ?? 0 }));
}

/** The query itself, so that tests can look at its plan. Nobody is marked whom somebody works for: see TicketWriter. */
export function nextWaitingQuery(db: Db, without: readonly Department[]) {
  let query = db
    .selectFrom('ticket')
    .select('id')
    // Spelled out, because an index for some rows alone is not used for a value that is handed in.
    .where((eb) => eb('awaits_agent', '=', eb.lit(1)))
    .where('deleted_at', 'is', null)
    // As an expression, so that the few that wait are looked at and not all that are open.
    .where((eb) => eb(eb.fn<string>('lower', ['status']), 'in', openStatuses));
  if (without.length > 0) query = query.where('category', 'not in', without);
  return query.orderBy('created_at').orderBy('id').limit(1);
}

/** The ticket that has waited longest for an agent, of departments that are not left out. */
export async function findNextWaiting(db: Db, without: readonly Department[]): Promise<number | null> {
  const row = await nextWaitingQuery(db, without).executeTakeFirst();
  return row?.id ?? null;
}

/** Whether anybody waits at all, also for a department that has nobody now. */
export async function isAnyWaiting(db: Db): Promise<boolean> {
  return (await findNextWaiting(db, [])) !== null;
}

export async function markWaiting(tx: Tx, ticketId: number): Promise<void> {
  await tx.sql.updateTable('ticket').set({ awaits_agent: 1 }).where('id', '=', ticketId).execute();
}
