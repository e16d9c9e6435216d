import type { Clock } from '#shared/model/clock.ts';
import { consoleRules } from '#shared/model/rule-set.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { Actor } from '#shared/model/user.ts';
import { recordAction } from '../audit/audit-log.repo.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { findTicketById, type StoredTicket } from '../tickets/ticket.repo.ts';
import type { TicketService } from '../tickets/ticket.service.ts';
import { findAssignee } from '../users/profile.repo.ts';
import { findUser } from '../users/user.repo.ts';
import { done, refused, type UserOutcome } from '../users/user-refusal.ts';
import { listOpenTicketIds } from './hand-over.repo.ts';
import type { QueueService } from './queue.service.ts';

/** Where somebody's open tickets go: to their departments' queues, or to one colleague. */
export type HandOverTarget = { to: 'queue' } | { to: 'agent'; agentId: number };

export interface HandedOver {
  /** Tickets that somebody has now, and those that wait. */
  assigned: number;
  queued: number;
}

/** More than one transaction should hold back other writes for; the rest follows in the next one. */
const movedAtOnce = 20;

export interface HandOverDeps {
  database: Database;
  tickets: TicketService;
  queue: QueueService;
  clock: Clock;
  mintUid: UidFactory;
}

/** Moves everything open away from somebody who leaves or is ill: for admins, which the caller has checked. */
export class HandOverService {
  readonly #deps: HandOverDeps;

  constructor(deps: HandOverDeps) {
    this.#deps = deps;
  }

  /** Repeatable: what an interrupted one has left is moved by the next. */
  async handOver(actor: Actor, userId: number, target: HandOverTarget): Promise<UserOutcome<HandedOver>> {
    const { database } = this.#deps;
    if ((await findUser(database.db, userId)) === null)
      return refused({ code: 'user_not_found', id: userId });
    if (target.to === 'agent') {
      const agent = await findAssignee(database.db, target.agentId);
      if (agent === null || agent.is_active === 0 || target.agentId === userId)
        return refused({ code: 'agent_not_found', id: target.agentId });
    }
    const moved: HandedOver = { assigned: 0, queued: 0 };
    for (;;) {
      const batch = await database.write((tx) => this.#moveSome(tx, actor, userId, target));
      moved.assigned += batch.assigned;
      moved.queued += batch.queued;
      if (batch.assigned + batch.queued < movedAtOnce) break;
    }
    await this.#record(actor, userId, target, moved);
    return done(moved);
  }

  async #moveSome(tx: Tx, actor: Actor, userId: number, target: HandOverTarget): Promise<HandedOver> {
    const moved: HandedOver = { assigned: 0, queued: 0 };
    for (const id of await listOpenTicketIds(tx.db, userId, movedAtOnce)) {
      const ticket = await findTicketById(tx.db, id);
      if (ticket === null) throw new Error(`Ticket ${id} is gone within one transaction`);
      const isAssigned = await this.#move(tx, actor, ticket, target);
      if (isAssigned) moved.assigned += 1;
      else moved.queued += 1;
    }
    return moved;
  }

  /** Whether somebody has the ticket now. */
  async #move(tx: Tx, actor: Actor, ticket: StoredTicket, target: HandOverTarget): Promise<boolean> {
    const { queue } = this.#deps;
    if (target.to === 'agent') {
      const { outcome } = await queue.giveTo(tx, actor, ticket, target.agentId);
      if (outcome !== 'assigned') throw new Error(`Ticket ${ticket.id} could not be handed over: ${outcome}`);
      return true;
    }
    const released = await this.#release(tx, actor, ticket);
    // Where others work on it too, the next of them has it now.
    if (released.assignee_id !== null) return true;
    return (await queue.giveToAnybody(tx, released)).outcome === 'assigned';
  }

  async #release(tx: Tx, actor: Actor, ticket: StoredTicket): Promise<StoredTicket> {
    const { tickets, mintUid } = this.#deps;
    const args = {
      ticket_uid: ticket.uid,
      activity_uid: mintUid(),
      status_activity_uid: mintUid(),
      assignee_id: null,
    };
    const context = { actor, rules: consoleRules, origin: 'console' };
    const outcome = await tickets.changeWithin(tx, 'ticket-assign', args, context);
    if (outcome.kind !== 'applied')
      throw new Error(`Ticket ${ticket.id} could not be released: ${outcome.kind}`);
    return outcome.written.ticket;
  }

  async #record(actor: Actor, userId: number, target: HandOverTarget, moved: HandedOver): Promise<void> {
    const { database, clock } = this.#deps;
    const to = target.to === 'agent' ? { agent_id: target.agentId } : { queue: true };
    await database.write((tx) =>
      recordAction(
        tx,
        {
          adminId: actor.id,
          action: 'tickets_handed_over',
          target: { type: 'user', id: userId },
          metadata: { ...to, ...moved },
        },
        clock.now(),
      ),
    );
  }
}
