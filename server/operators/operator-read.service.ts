import type { Clock } from '#shared/model/clock.ts';
import type { Database } from '../database/database.ts';
import { countPage, type PageFilter, type TicketPage } from '../tickets/ticket-list.repo.ts';
import {
  countMessages,
  findOperatorMessage,
  findOperatorTicket,
  listOperatorMessages,
  listOperatorTickets,
  summarize,
  type OperatorMessage,
  type OperatorTicket,
  type StatusFigures,
} from './operator-ticket.repo.ts';

export interface OperatorConversation {
  ticket: OperatorTicket;
  /** Oldest first, staff-only ones among them. */
  messages: OperatorMessage[];
  /** How many there are in all. */
  total: number;
}

/** Reads tickets for admins alone, which the caller has checked. */
export class OperatorReads {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async list(filter: PageFilter, page: TicketPage): Promise<{ tickets: OperatorTicket[]; total: number }> {
    const { db } = this.#database;
    const [tickets, total] = await Promise.all([
      listOperatorTickets(db, filter, page),
      countPage(db, filter),
    ]);
    return { tickets, total };
  }

  find(id: number): Promise<OperatorTicket | null> {
    return findOperatorTicket(this.#database.db, id);
  }

  /** With a limit, the newest messages. Null when there is no such ticket. */
  conversation(id: number, limit: number | null): Promise<OperatorConversation | null> {
    return this.#database.readAtOnce(async (db) => {
      const ticket = await findOperatorTicket(db, id);
      if (ticket === null) return null;
      const messages = await listOperatorMessages(db, id, limit);
      return { ticket, messages, total: await countMessages(db, id) };
    });
  }

  /** A message that is known to be there. */
  async message(id: number): Promise<OperatorMessage> {
    const message = await findOperatorMessage(this.#database.db, id);
    if (message === null) throw new Error(`Message ${id} is not there after it was written`);
    return message;
  }

  /** Of the tickets that were created within the last so many ms. */
  figures(windowMs: number): Promise<StatusFigures[]> {
    const now = this.#clock.now();
    return summarize(this.#database.db, now - windowMs, now);
  }
}
