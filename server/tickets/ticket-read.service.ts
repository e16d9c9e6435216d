import { isPermitted, scopeOf } from '#shared/model/permissions.ts';
import type { RuleSet } from '#shared/model/rule-set.ts';
import type { MessageRow } from '#shared/model/ticket.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handles.ts';
import { findTicketIdByCode, listHistory, type HistoryEntry } from './ticket-history.repo.ts';
import {
  countTickets,
  findListed,
  listTickets,
  type ListedTicket,
  type TicketFilter,
  type TicketPage,
  type TicketPlace,
} from './ticket-list.repo.ts';
import { findTicketById, listMessages, type StoredTicket } from './ticket.repo.ts';

/** How a surface names a ticket: by its integer or by its code. */
export type TicketRef = { id: number } | { code: string };

/** Who reads, under which surface's rules. */
export interface Reader {
  actor: Actor;
  rules: RuleSet;
}

export type Read<Value> = { kind: 'found'; value: Value } | { kind: 'not_found' } | { kind: 'forbidden' };

export type StoredMessage = MessageRow & { id: number };

export interface TicketConversation {
  ticket: StoredTicket;
  /** Oldest first, staff-only notes among them. */
  messages: StoredMessage[];
}

export interface TicketDetail extends TicketConversation {
  listed: ListedTicket;
  /** Newest first. */
  history: HistoryEntry[];
}

export interface TicketListing {
  tickets: ListedTicket[];
  /** How many the filter finds in all. */
  total: number;
  /** Where the next page begins; null after the last. */
  next: TicketPlace | null;
}

/** Reads tickets for the surfaces. What belongs to one ticket is shown only to whom policy lets see it. */
export class TicketReadService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A page over all tickets: for admins, which the caller has checked. */
  async list(filter: TicketFilter, page: TicketPage): Promise<TicketListing> {
    const { db } = this.#database;
    // One more than asked for tells whether there is a next page.
    const [found, total] = await Promise.all([
      listTickets(db, filter, { ...page, limit: page.limit + 1 }),
      countTickets(db, filter),
    ]);
    const tickets = found.slice(0, page.limit);
    const last = tickets.at(-1);
    const hasMore = found.length > page.limit && last !== undefined;
    return { tickets, total, next: hasMore ? { createdAt: last.created_at, id: last.id } : null };
  }

  /** The ticket itself, whoever asks: for changes, which check for themselves. */
  async find(ref: TicketRef): Promise<StoredTicket | null> {
    return findByRef(this.#database.db, ref);
  }

  /** The ticket as lists show it, whoever asks. */
  findListed(id: number): Promise<ListedTicket | null> {
    return findListed(this.#database.db, id);
  }

  detail(ref: TicketRef, reader: Reader): Promise<Read<TicketDetail>> {
    return this.#read(ref, reader, async (db, ticket) => {
      const listed = await findListed(db, ticket.id);
      if (listed === null) throw new Error(`Ticket ${ticket.id} is gone within one reading`);
      const messages = await listMessages(db, [ticket.id]);
      return { ticket, listed, messages, history: await listHistory(db, ticket.id) };
    });
  }

  conversation(ref: TicketRef, reader: Reader): Promise<Read<TicketConversation>> {
    return this.#read(ref, reader, async (db, ticket) => ({
      ticket,
      messages: await listMessages(db, [ticket.id]),
    }));
  }

  history(ref: TicketRef, reader: Reader): Promise<Read<{ ticket: StoredTicket; history: HistoryEntry[] }>> {
    return this.#read(ref, reader, async (db, ticket) => ({
      ticket,
      history: await listHistory(db, ticket.id),
    }));
  }

  /** Permission and content are read at one moment: no change of the assignee can slip in between. */
  #read<Value>(
    ref: TicketRef,
    { actor, rules }: Reader,
    read: (db: Db, ticket: StoredTicket) => Promise<Value>,
  ): Promise<Read<Value>> {
    return this.#database.readAtOnce(async (db) => {
      const ticket = await findByRef(db, ref);
      if (ticket === null) return { kind: 'not_found' };
      if (!isPermitted(actor, 'view', scopeOf(ticket), rules)) return { kind: 'forbidden' };
      return { kind: 'found', value: await read(db, ticket) };
    });
  }
}

async function findByRef(db: Db, ref: TicketRef): Promise<StoredTicket | null> {
  const id = 'id' in ref ? ref.id : await findTicketIdByCode(db, ref.code);
  return id === null ? null : findTicketById(db, id);
}
