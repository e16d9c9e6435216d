import type { TicketChanges } from '#shared/mutators/mutator.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { TextSearch } from '../database/dialects/text-search.ts';
import type { Tx } from '../database/handles.ts';
import { findTicketsByIds, type StoredTicket } from '../tickets/ticket.repo.ts';
import { listDue, markDue, readConversation, readTicketNumber, unmarkDue } from './search-document.repo.ts';

/** Longest conversation that is looked through, in characters; the newest of a longer one. */
const maxConversationLength = 400_000;

const textColumns = [
  'subject',
  'description',
  'requester_name',
  'requester_email',
  'phone_number',
  'tags',
] as const satisfies (keyof TicketRow)[];

/** Tickets that are put into the index in one go: few enough that writers wait no longer than for one of their own. */
const settleStretch = 20;

/**
 * Keeps the full-text index in step with the tickets. A change only marks its ticket, so that an answer in a long
 * conversation costs what one in a short one does; whoever searches settles what is due before.
 */
export class TicketIndex {
  readonly #search: TextSearch;

  constructor(search: TextSearch) {
    this.#search = search;
  }

  /** After a change was written: `before` is null for a new ticket. */
  async follow(
    tx: Tx,
    before: StoredTicket | null,
    ticket: StoredTicket,
    { messages }: Pick<TicketChanges, 'messages'>,
  ): Promise<void> {
    const isSame = before !== null && textColumns.every((column) => before[column] === ticket[column]);
    if (!isSame || messages.length > 0) await markDue(tx, ticket.id);
  }

  /** Puts tickets that are due into the index. @returns whether there may be more */
  async settle(tx: Tx): Promise<boolean> {
    const due = await listDue(tx.db, settleStretch);
    if (due.length === 0) return false;
    for (const ticket of await findTicketsByIds(tx.db, due)) await this.#put(tx, ticket);
    await unmarkDue(tx, due);
    return due.length === settleStretch;
  }

  async #put(tx: Tx, ticket: StoredTicket): Promise<void> {
    const { id, code, subject, description, requester_name, requester_email, phone_number } = ticket;
    const said = await readConversation(tx.db, id);
    // The first message is the description once more.
    const texts = [description, ...said.filter((text) => text !== description)];
    await this.#search.put(tx.sql, id, {
      names: `${id} ${code} ${await readTicketNumber(tx.db, id)}`,
      subject,
      requester: [requester_name, requester_email, phone_number].filter(Boolean).join(' '),
      tags: JSON.parse(ticket.tags) as string[],
      conversation: texts.join('\n').slice(-maxConversationLength),
    });
  }

  async remove(tx: Tx, ticketId: number): Promise<void> {
    await unmarkDue(tx, [ticketId]);
    await this.#search.remove(tx.sql, ticketId);
  }
}
