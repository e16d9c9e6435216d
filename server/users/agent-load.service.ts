import type { Status } from '#shared/model/status.ts';
import type { Database } from '../database/database.ts';
import { countByAssigneeAndStatus } from '../tickets/ticket-count.repo.ts';
import { countEverAssigned, listAgents, type AgentFilter, type AgentRow } from './agent-load.repo.ts';

/** An agent and what is on their desk. */
export interface AgentLoad {
  agent: AgentRow;
  ticketsByStatus: ReadonlyMap<Status, number>;
  /** Every ticket they were ever given, whoever has it now (contract, C13). */
  everAssigned: number;
}

export class AgentLoadService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** In the order of the agents' ids; deactivated agents included. */
  async list(filter: AgentFilter): Promise<AgentLoad[]> {
    const { db } = this.#database;
    const agents = await listAgents(db, filter);
    const ids = agents.map((agent) => agent.id);
    const [counts, totals] = await Promise.all([
      countByAssigneeAndStatus(db, ids),
      countEverAssigned(db, ids),
    ]);
    const everById = new Map(totals.map(({ user_id, tickets }) => [user_id, tickets]));
    const byId = Map.groupBy(counts, ({ assignee_id }) => assignee_id);
    return agents.map((agent) => ({
      agent,
      ticketsByStatus: new Map((byId.get(agent.id) ?? []).map(({ status, tickets }) => [status, tickets])),
      everAssigned: everById.get(agent.id) ?? 0,
    }));
  }

  async find(id: number): Promise<AgentLoad | null> {
    const [load] = await this.list({ id });
    return load ?? null;
  }
}
