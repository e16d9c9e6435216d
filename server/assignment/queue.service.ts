import type { Clock } from '#shared/model/clock.ts';
import { departments, type Department } from '#shared/model/department.ts';
import { consoleRules } from '#shared/model/rule-set.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { findTicketById, type StoredTicket } from '../tickets/ticket.repo.ts';
import type { TicketService } from '../tickets/ticket.service.ts';
import { listCandidates } from './assignment.repo.ts';
import type { AutoAssignment } from './auto-assignment.service.ts';
import { countAgents, listQueue, tallyQueue, type QueuedTicketRow } from './queue.repo.ts';

/** Tickets that are shown; the rest of a longer queue is counted. */
const shownAtMost = 1_000;

export interface DepartmentQueue {
  department: Department;
  waiting: number;
  /** Ms UTC; null when nothing waits. */
  oldestSince: number | null;
  /** Active and approved agents, those of them who take new tickets, and how many tickets these can take. */
  agents: number;
  available: number;
  free: number;
}

export interface Queue {
  total: number;
  overdue: number;
  departments: DepartmentQueue[];
  /** The longest waiting first. */
  tickets: QueuedTicketRow[];
}

/** What became of one ticket that was to be given to somebody. */
export interface Given {
  outcome: 'assigned' | 'queued' | 'unchanged' | 'refused';
  /** The agent's name, when it was assigned. */
  agentName: string | null;
  /** Why the node chose that agent, or why nothing was done. */
  because: string | null;
}

export interface QueueServiceDeps {
  database: Database;
  tickets: TicketService;
  autoAssignment: AutoAssignment;
  clock: Clock;
  mintUid: UidFactory;
}

/** The tickets that nobody has: for admins, which the caller has checked. */
export class QueueService {
  readonly #deps: QueueServiceDeps;

  constructor(deps: QueueServiceDeps) {
    this.#deps = deps;
  }

  /** `overdueAfterMs` is how long a ticket may wait before it counts as overdue. */
  read(overdueAfterMs: number): Promise<Queue> {
    const { database, clock } = this.#deps;
    return database.readAtOnce(async (db) => {
      const tally = await tallyQueue(db, clock.now() - overdueAfterMs);
      const agentsOf = await countAgents(db);
      const queues: DepartmentQueue[] = [];
      for (const department of departments) {
        const candidates = await listCandidates(db, department);
        const waiting = tally.find(({ category }) => category === department);
        queues.push({
          department,
          waiting: waiting?.waiting ?? 0,
          oldestSince: waiting?.oldest_since ?? null,
          agents: agentsOf.get(department) ?? 0,
          available: candidates.length,
          free: candidates.reduce((sum, { active, capacity }) => sum + Math.max(0, capacity - active), 0),
        });
      }
      return {
        total: tally.reduce((sum, { waiting }) => sum + waiting, 0),
        overdue: tally.reduce((sum, { overdue }) => sum + overdue, 0),
        departments: queues,
        tickets: await listQueue(db, shownAtMost),
      };
    });
  }

  /** How many have waited longer than that. */
  async countOverdue(overdueAfterMs: number): Promise<number> {
    const { database, clock } = this.#deps;
    const tally = await tallyQueue(database.db, clock.now() - overdueAfterMs);
    return tally.reduce((sum, { overdue }) => sum + overdue, 0);
  }

  /** Gives a ticket to an agent, or to whom the node chooses when `agentId` is null. */
  give(actor: Actor, ticketId: number, agentId: number | null): Promise<Given> {
    return this.#deps.database.write(async (tx) => {
      const ticket = await findTicketById(tx.db, ticketId);
      if (ticket === null) return refusedBecause('ticket_not_found');
      return agentId === null ? this.giveToAnybody(tx, ticket) : this.giveTo(tx, actor, ticket, agentId);
    }, `user:${actor.id}`);
  }

  /** The same inside the caller's transaction. */
  async giveTo(tx: Tx, actor: Actor, ticket: StoredTicket, agentId: number): Promise<Given> {
    const { tickets, mintUid } = this.#deps;
    const args = {
      ticket_uid: ticket.uid,
      activity_uid: mintUid(),
      status_activity_uid: mintUid(),
      assignee_id: agentId,
    };
    const outcome = await tickets.changeWithin(tx, 'ticket-assign', args, contextOf(actor));
    if (outcome.kind === 'refused') return refusedBecause(outcome.refusal.code);
    if (outcome.kind === 'unchanged') return { outcome: 'unchanged', agentName: null, because: null };
    const { data } = outcome.written.activities[0] ?? { data: '{}' };
    const { assignee_name: agentName = null } = JSON.parse(data) as { assignee_name?: string };
    return { outcome: 'assigned', agentName, because: null };
  }

  /** Leaves the choice to the node; the ticket waits when nobody can take it. Inside the caller's transaction. */
  async giveToAnybody(tx: Tx, ticket: StoredTicket): Promise<Given> {
    const outcome = await this.#deps.autoAssignment.requestWithin(tx, ticket, 'console');
    switch (outcome.kind) {
      case 'assigned':
        return {
          outcome: 'assigned',
          agentName: outcome.agent.full_name,
          because: outcome.explanation.because,
        };
      case 'waiting':
        return { outcome: 'queued', agentName: null, because: null };
      case 'not_needed':
        return { outcome: 'unchanged', agentName: null, because: null };
    }
  }
}

const contextOf = (actor: Actor) => ({ actor, rules: consoleRules, origin: 'console' });

const refusedBecause = (because: string): Given => ({ outcome: 'refused', agentName: null, because });
