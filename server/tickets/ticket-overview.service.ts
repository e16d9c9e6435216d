import { isPermitted, scopeOf } from '#shared/model/permissions.ts';
import type { Status } from '#shared/model/status.ts';
import { isStaff, type Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import {
  findOverview,
  listOverviews,
  tallyTickets,
  type TicketOverview,
  type TicketTally,
} from './ticket-overview.repo.ts';
import { countTickets, type PageFilter } from './ticket-list.repo.ts';
import type { Read, Reader } from './ticket-read.service.ts';
import { findTicketById } from './ticket.repo.ts';

/** Staff look at all tickets here, customers at their own (contract, C24). */
const requesterOf = (actor: Actor): number | undefined => (isStaff(actor) ? undefined : actor.id);

/** Tickets at a glance for surfaces whose agents see the whole desk. */
export class TicketOverviewService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first. */
  list(
    actor: Actor,
    filter: Omit<PageFilter, 'requesterId'>,
    page: { limit: number; offset: number },
  ): Promise<TicketOverview[]> {
    return listOverviews(this.#database.db, { ...filter, requesterId: requesterOf(actor) }, page);
  }

  read(id: number, { actor, rules }: Reader): Promise<Read<TicketOverview>> {
    return this.#database.readAtOnce(async (db) => {
      const [ticket, overview] = [await findTicketById(db, id), await findOverview(db, id)];
      if (ticket === null || overview === null) return { kind: 'not_found' };
      if (!isPermitted(actor, 'view', scopeOf(ticket), rules)) return { kind: 'forbidden' };
      return { kind: 'found', value: overview };
    });
  }

  /** How many there are in these statuses. */
  async count(actor: Actor, statuses: readonly Status[]): Promise<number> {
    // All tickets are counted as they change; a customer has few.
    if (isStaff(actor)) return countTickets(this.#database.db, { statuses });
    const own = await this.tally(actor);
    return own
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { tickets }) => sum + tickets, 0);
  }

  tally(actor: Actor): Promise<TicketTally[]> {
    return tallyTickets(this.#database.db, requesterOf(actor));
  }
}
