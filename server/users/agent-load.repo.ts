import type { Department } from '#shared/model/department.ts';
import type { Db } from '../database/handles.ts';

export interface AgentRow {
  id: number;
  username: string;
  full_name: string;
  department: Department | null;
  is_available: number;
  agent_capacity: number;
}

export interface AgentFilter {
  id?: number | undefined;
  department?: Department | undefined;
}

export async function listAgents(db: Db, filter: AgentFilter): Promise<AgentRow[]> {
  let query = db
    .selectFrom('user')
    .select(['id', 'username', 'full_name', 'department', 'is_available', 'agent_capacity'])
    .where('role', '=', 'agent')
    .where('deleted_at', 'is', null);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.department !== undefined) query = query.where('department', '=', filter.department);
  return query.orderBy('id').execute();
}

/** How many tickets each agent was ever given, whoever has them now. */
export async function countEverAssigned(
  db: Db,
  agentIds: readonly number[],
): Promise<{ user_id: number; tickets: number }[]> {
  if (agentIds.length === 0) return [];
  return db
    .selectFrom('assignment_log')
    .select((eb) => ['user_id', eb.fn.count<number>('ticket_id').distinct().as('tickets')])
    .where('user_id', 'in', agentIds)
    .groupBy('user_id')
    .execute();
}
