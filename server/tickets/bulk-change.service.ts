import type { Refusal } from '#shared/mutators/refusal.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';
import { parseSearch, type SearchProblem } from '#shared/model/search-query.ts';
import { isStaff, type Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { SearchService } from '../search/search.service.ts';
import { findTicketIdByCode } from './ticket-history.repo.ts';
import type { TicketRef } from './ticket-read.service.ts';
import { findTicketById, type StoredTicket } from './ticket.repo.ts';
import type { ChangeContext, TicketService } from './ticket.service.ts';

/** The most tickets that one call changes. */
export const maxBulkTickets = 1_000;

/** Which tickets: named one by one, or all that a search finds. */
export type BulkTargets = { refs: readonly TicketRef[] } | { query: string };

export interface BulkResult {
  ref: TicketRef;
  /** Null when there is none. */
  ticket: StoredTicket | null;
  outcome: { kind: 'changed' } | { kind: 'unchanged' } | { kind: 'refused'; refusal: Refusal };
}

export type BulkOutcome =
  | { kind: 'done'; results: BulkResult[] }
  | { kind: 'forbidden' }
  /** The search finds more than may be changed at once. */
  | { kind: 'too_many' }
  | { kind: 'bad_query'; problems: SearchProblem[] };

export interface BulkChangesDeps {
  database: Database;
  tickets: TicketService;
  search: SearchService;
}

const isWelcome = (actor: Actor): boolean => actor.is_active && actor.is_approved && isStaff(actor);

/** Makes one change to many tickets: each on its own, so that what one refuses the others get nonetheless. */
export class BulkChanges {
  readonly #deps: BulkChangesDeps;

  constructor(deps: BulkChangesDeps) {
    this.#deps = deps;
  }

  /** `callFor` says what the change is for one ticket, as it stands inside its transaction. */
  async change(
    targets: BulkTargets,
    callFor: (ticket: StoredTicket) => MutationCall,
    context: ChangeContext,
  ): Promise<BulkOutcome> {
    if (!isWelcome(context.actor)) return { kind: 'forbidden' };
    const found = 'refs' in targets ? targets.refs : await this.#find(targets.query, context);
    if ('kind' in found) return found;
    // Together, so that they share commits; others take their turns in between.
    const results = await Promise.all(found.map((ref) => this.#changeOne(ref, callFor, context)));
    return { kind: 'done', results };
  }

  async #find(
    text: string,
    context: ChangeContext,
  ): Promise<readonly TicketRef[] | Exclude<BulkOutcome, { kind: 'done' }>> {
    const query = parseSearch(text);
    // A filter that was left out would mean more tickets than were meant.
    if (query.problems.length > 0) return { kind: 'bad_query', problems: query.problems };
    const found = await this.#deps.search.findIds(query, context, { limit: maxBulkTickets, offset: 0 });
    if (found === null) return { kind: 'forbidden' };
    if (found.hasMore || !found.isComplete) return { kind: 'too_many' };
    return found.ids.map((id) => ({ id }));
  }

  #changeOne(
    ref: TicketRef,
    callFor: (ticket: StoredTicket) => MutationCall,
    context: ChangeContext,
  ): Promise<BulkResult> {
    const { database, tickets } = this.#deps;
    return database.write(async (tx) => {
      const id = 'id' in ref ? ref.id : await findTicketIdByCode(tx.db, ref.code);
      const ticket = id === null ? null : await findTicketById(tx.db, id);
      if (ticket === null) {
        const refusal = { code: 'ticket_not_found' } as const;
        return { ref, ticket: null, outcome: { kind: 'refused', refusal } };
      }
      const { name, args } = callFor(ticket);
      const outcome = await tickets.changeWithin(tx, name, args, context);
      return outcome.kind === 'applied'
        ? { ref, ticket: outcome.written.ticket, outcome: { kind: 'changed' } }
        : { ref, ticket, outcome };
    }, `bulk:${context.actor.id}`);
  }
}
