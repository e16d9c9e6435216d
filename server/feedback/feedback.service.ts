import type { Clock } from '#shared/model/clock.ts';
import { isPermitted, scopeOf } from '#shared/model/permissions.ts';
import type { RuleSet } from '#shared/model/rule-set.ts';
import { isOpen } from '#shared/model/status.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import { findTicketById } from '../tickets/ticket.repo.ts';
import { hasFeedback, insertFeedback, type Feedback } from './feedback.repo.ts';

export const ratings = [1, 2, 3, 4, 5] as const;

export type Rating = (typeof ratings)[number];

export interface FeedbackInput {
  rating: Rating;
  comment: string | null;
}

export type FeedbackOutcome =
  | { kind: 'done'; feedback: Feedback }
  | { kind: 'ticket_not_found' }
  | { kind: 'forbidden' }
  | { kind: 'not_resolved' }
  | { kind: 'given_already' };

/** What customers say of how their tickets were handled: once resolved, and once only (contract, C18). */
export class FeedbackService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  submit(
    ticketId: number,
    { rating, comment }: FeedbackInput,
    { actor, rules }: { actor: Actor; rules: RuleSet },
  ): Promise<FeedbackOutcome> {
    return this.#database.write(async (tx) => {
      const ticket = await findTicketById(tx.db, ticketId);
      if (ticket === null) return { kind: 'ticket_not_found' };
      if (!isPermitted(actor, 'rate', scopeOf(ticket), rules)) return { kind: 'forbidden' };
      if (isOpen(ticket.status)) return { kind: 'not_resolved' };
      if (await hasFeedback(tx.db, ticketId)) return { kind: 'given_already' };
      const feedback = await insertFeedback(tx, {
        ticket_id: ticketId,
        user_id: actor.id,
        rating,
        comment,
        created_at: this.#clock.now(),
      });
      return { kind: 'done', feedback };
    });
  }
}
