import type { Clock } from '#shared/model/clock.ts';
import type { Department } from '#shared/model/department.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { ProfileRow } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { ChangeFeed } from '../sync/change-feed.ts';
import type { TicketWriter, WrittenChanges } from '../tickets/ticket-writer.ts';
import { findTicketById, findTicketByUid, type StoredTicket } from '../tickets/ticket.repo.ts';
import { findProfile } from '../users/profile.repo.ts';
import { findNextWaiting, isAnyWaiting, listCandidates, markWaiting } from './assignment.repo.ts';
import { automaticAssignment } from './automatic-assignment.ts';
import { chooseAgent } from './choose-agent.ts';
import { explainChoice, type Explanation } from './explain-choice.ts';

export interface AutoAssignmentDeps {
  database: Database;
  writer: TicketWriter;
  feed: ChangeFeed;
  clock: Clock;
  mintUid: UidFactory;
  /** Told of each ticket that waited, in the transaction that gives it to somebody. */
  onDrained: (tx: Tx, ticket: StoredTicket, agent: ProfileRow, now: number) => Promise<void>;
}

export type AutoAssigned =
  | { kind: 'assigned'; agent: ProfileRow; explanation: Explanation; written: WrittenChanges }
  /** Nobody in the department can take one now: the ticket waits in the queue. */
  | { kind: 'waiting' }
  /** Somebody has it already, or there is no such ticket. */
  | { kind: 'not_needed' };

/** More than one transaction should hold back other writes for; the rest follows in the next one. */
const drainedAtOnce = 20;

/**
 * Gives tickets to the agents of their department: the one with the lowest share of their capacity in use, and among
 * equals whoever has waited longest. For tickets that were handed over by the bot alone (contract, C14).
 */
export class AutoAssignment {
  readonly #deps: AutoAssignmentDeps;
  /** False only when it is known that nobody waits. */
  #mayWait = true;

  constructor(deps: AutoAssignmentDeps) {
    this.#deps = deps;
  }

  /** Gives the ticket to an agent now, or puts it into the queue. */
  request(ticketUid: string, origin: string): Promise<AutoAssigned> {
    return this.#deps.database.write(async (tx) => {
      const ticket = await findTicketByUid(tx.db, ticketUid);
      return ticket === null ? { kind: 'not_needed' } : this.requestWithin(tx, ticket, origin);
    });
  }

  /** The same inside the caller's transaction; `ticket` must have been read or written in it. */
  async requestWithin(tx: Tx, ticket: StoredTicket, origin: string): Promise<AutoAssigned> {
    if (ticket.assignee_id !== null) return { kind: 'not_needed' };
    const assigned = await this.#assign(tx, ticket, origin);
    if (assigned !== null) return assigned;
    await markWaiting(tx, ticket.id);
    tx.afterCommit(() => {
      this.#mayWait = true;
    });
    return { kind: 'waiting' };
  }

  /** Assigns what waits, oldest first, as far as there are agents who can take it. Answers how many went. */
  async drain(): Promise<number> {
    let total = 0;
    for (;;) {
      const assigned = await this.#deps.database.write((tx) => this.#drainSome(tx));
      total += assigned;
      if (assigned < drainedAtOnce) return total;
    }
  }

  /**
   * Drains the queue now and after each change that may have freed an agent. The answered function ends it, after
   * what is under way.
   */
  start(onFault: (error: unknown) => void): () => Promise<void> {
    let underWay: Promise<void> | null = null;
    let isAskedAgain = false;
    const work = async (): Promise<void> => {
      do {
        isAskedAgain = false;
        await this.drain().catch(onFault);
      } while (isAskedAgain);
      underWay = null;
    };
    const drain = (): void => {
      if (!this.#mayWait) return;
      // What was freed after the present run looked is found by another one.
      isAskedAgain = true;
      underWay ??= work();
    };
    const { feed } = this.#deps;
    const stops = [feed.subscribe(drain), feed.subscribeScopes(drain), feed.subscribeCapacity(drain)];
    drain();
    return async () => {
      for (const stop of stops) stop();
      await underWay;
    };
  }

  async #drainSome(tx: Tx): Promise<number> {
    const full = new Set<Department>();
    let assigned = 0;
    while (assigned < drainedAtOnce) {
      const id = await findNextWaiting(tx.db, [...full]);
      if (id === null) break;
      const ticket = await findTicketById(tx.db, id);
      if (ticket === null) throw new Error(`Ticket ${id} is gone within one transaction`);
      const given = await this.#assign(tx, ticket, 'assignment');
      if (given === null) {
        full.add(ticket.category);
        continue;
      }
      await this.#deps.onDrained(tx, given.written.ticket, given.agent, this.#deps.clock.now());
      assigned += 1;
    }
    const mayWait = await isAnyWaiting(tx.db);
    tx.afterCommit(() => {
      this.#mayWait = mayWait;
    });
    return assigned;
  }

  async #assign(
    tx: Tx,
    ticket: StoredTicket,
    origin: string,
  ): Promise<Extract<AutoAssigned, { kind: 'assigned' }> | null> {
    const { writer, clock, mintUid } = this.#deps;
    const candidates = await listCandidates(tx.db, ticket.category);
    const chosen = chooseAgent(candidates);
    const agent = chosen === null ? null : await findProfile(tx.db, chosen.id);
    if (chosen === null || agent === null) return null;
    const now = clock.now();
    const explanation = explainChoice(ticket.category, chosen, candidates);
    const changes = automaticAssignment(ticket, agent, { uid: mintUid(), now, explanation });
    const written = await writer.write(tx, ticket, changes, { now, origin });
    return { kind: 'assigned', agent, explanation, written };
  }
}
