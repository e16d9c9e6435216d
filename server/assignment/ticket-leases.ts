import type { Clock } from '#shared/model/clock.ts';
import { isPermitted, scopeOf } from '#shared/model/permissions.ts';
import { consoleRules } from '#shared/model/rule-set.ts';
import { openStatuses, type Status } from '#shared/model/status.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import { findTicketsByUids, type StoredTicket } from '../tickets/ticket.repo.ts';

/** Long enough to read a ticket and to take it. */
const leaseMs = 5 * 60_000;

interface Lease {
  ticketUid: string;
  until: number;
}

const isFree = ({ status, assignee_id }: StoredTicket): boolean =>
  assignee_id === null && (openStatuses as readonly Status[]).includes(status);

/**
 * Tickets that were set aside a moment ago for agents who look for their next one. A lease forbids nothing: it keeps
 * others from being led to the same ticket, and ends by itself. So it lives in memory alone, one per agent.
 */
export class TicketLeases {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #leaseByUser = new Map<number, Lease>();

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Sets the first of these tickets aside that is nobody's, and gives up what was set aside before. */
  async take(actor: Actor, ticketUids: readonly string[]): Promise<string | null> {
    const tickets = await findTicketsByUids(this.#database.db, ticketUids);
    const free = new Set(
      tickets
        .filter((ticket) => isFree(ticket) && isPermitted(actor, 'view', scopeOf(ticket), consoleRules))
        .map(({ uid }) => uid),
    );
    // From here on nothing waits: two who ask at once are served one after the other.
    this.#leaseByUser.delete(actor.id);
    const held = this.#heldByOthers();
    const ticketUid = ticketUids.find((uid) => free.has(uid) && !held.has(uid)) ?? null;
    if (ticketUid !== null) {
      this.#leaseByUser.set(actor.id, { ticketUid, until: this.#clock.now() + leaseMs });
    }
    return ticketUid;
  }

  #heldByOthers(): Set<string> {
    const now = this.#clock.now();
    for (const [userId, { until }] of this.#leaseByUser) {
      if (until <= now) this.#leaseByUser.delete(userId);
    }
    return new Set([...this.#leaseByUser.values()].map(({ ticketUid }) => ticketUid));
  }
}
