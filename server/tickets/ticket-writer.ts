import type { RandomBytes } from '#shared/model/clock.ts';
import type { ActivityRow, MessageRow, TicketRow } from '#shared/model/ticket.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { TicketChanges } from '#shared/mutators/mutator.ts';
import { insertAttachment, type StoredAttachment } from '../attachments/attachment.repo.ts';
import type { Tx } from '../database/handles.ts';
import type { TicketIndex } from '../search/ticket-index.ts';
import type { SlaClocks } from '../sla/sla-clocks.ts';
import type { ChangeFeed } from '../sync/change-feed.ts';
import type { AudienceRepo } from '../sync/change-log.repo.ts';
import { logRemoval, logTicket, type WrittenRows } from '../sync/log-ticket.ts';
import { tokensOfTicket } from '../sync/visible-ops.ts';
import type { CategoryRoutes } from '../categories/category-routes.ts';
import { chooseCategory, type CategoryColumns, type Vocabulary } from './category-columns.ts';
import { listEndedSnooze } from './ended-snooze.ts';
import { listLinkedChanges } from './linked-changes.ts';
import { moveTicketCount } from './ticket-count.repo.ts';
import { draftTicketCode } from './ticket-code.ts';
import {
  insertActivity,
  insertMessage,
  insertTicket,
  isCodeTaken,
  nextTicketNumber,
  readCategoryColumns,
  replaceAssignees,
  updateTicket,
  type NodeColumns,
  type StoredTicket,
} from './ticket.repo.ts';

export interface WrittenChanges extends WrittenRows {
  /** The change log's head: the change is in every cursor from here on. */
  seq: number;
}

/** What a change says about columns that consoles are not told of. */
export type NodeFields = Partial<NodeColumns> & {
  /** A category in the words of one surface; the columns of the others follow (mapping, section 5). */
  chosenCategory?: { vocabulary: Vocabulary; word: string };
};

export interface WriteContext {
  /** Ms UTC. */
  now: number;
  /** The surface that the change came through. */
  origin: string;
  node?: NodeFields | undefined;
  /** Where the contents of the change's attachments lie, by the attachments' names. */
  contentHashes?: ReadonlyMap<string, string> | undefined;
  /** Nobody is told of it but consoles: it happened elsewhere, and perhaps long ago. */
  isQuiet?: boolean;
}

export type ChangeWitness = (
  tx: Tx,
  before: StoredTicket | null,
  written: WrittenRows,
  now: number,
) => Promise<void>;

export interface TicketWriterDeps {
  audiences: AudienceRepo;
  feed: ChangeFeed;
  random: RandomBytes;
  clocks: SlaClocks;
  routes: CategoryRoutes;
  mintUid: UidFactory;
  index: TicketIndex;
  /** Told of each ticket that is taken away, inside the transaction. */
  onRemoved: (tx: Tx, ticket: StoredTicket, now: number) => Promise<void>;
  /** Told of each change inside its transaction. */
  onWritten: ChangeWitness;
}

const assigneeIdsOf = (ticket: Pick<TicketRow, 'assignee_ids'>): number[] =>
  JSON.parse(ticket.assignee_ids) as number[];

/**
 * Stores what a mutator decided, adds what only the node knows, logs every row and hands the rows to the feed once
 * they are durable. The one place that writes tickets, whichever surface or console asked.
 */
export class TicketWriter {
  readonly #deps: TicketWriterDeps;

  constructor(deps: TicketWriterDeps) {
    this.#deps = deps;
  }

  /** `before` is null for a new ticket. */
  async write(
    tx: Tx,
    before: StoredTicket | null,
    changes: TicketChanges,
    context: WriteContext,
  ): Promise<WrittenChanges> {
    const { now, origin } = context;
    const { index, feed, mintUid, onWritten } = this.#deps;
    const ticket =
      before === null
        ? await this.#create(tx, changes, context)
        : await this.#update(tx, before, changes, context);
    const messages: (MessageRow & { id: number })[] = [];
    for (const row of changes.messages)
      messages.push({ ...row, id: await insertMessage(tx, ticket.id, row) });
    const activities: (ActivityRow & { id: number })[] = [];
    for (const row of [...changes.activities, ...listEndedSnooze(before, ticket, changes, { now, mintUid })])
      activities.push({ ...row, id: await insertActivity(tx, ticket.id, row) });
    const attachments = await this.#attach(tx, ticket, changes, context);
    const written = { ticket, messages, activities, attachments };
    await index.follow(tx, before, ticket, changes);
    if (context.isQuiet !== true) await onWritten(tx, before, written, now);
    let seq = await logTicket(tx, feed, before, written, now);
    const linked = await listLinkedChanges(tx.db, before, written, { now, mintUid });
    for (const { ticket: other, changes: following } of linked) {
      ({ seq } = await this.write(tx, other, following, { now, origin }));
    }
    return { seq, ...written };
  }

  /**
   * Takes the ticket away from everybody: no surface finds it any more and consoles are told that it is gone. The row
   * stays for the record (contract, C41).
   */
  async remove(tx: Tx, ticket: StoredTicket, now: number): Promise<void> {
    const { id } = ticket;
    await moveTicketCount(tx, ticket, null);
    await this.#deps.index.remove(tx, id);
    await this.#deps.onRemoved(tx, ticket, now);
    await updateTicket(tx, id, { ver: ticket.ver + 1, updated_at: now, deleted_at: now });
    await logRemoval(tx, this.#deps.feed, ticket, now);
  }

  async #create(
    tx: Tx,
    { created: drafted }: TicketChanges,
    { now, origin, node = {} }: WriteContext,
  ): Promise<StoredTicket> {
    if (drafted === undefined) throw new Error('A change without a ticket must create one');
    const { random, audiences } = this.#deps;
    const { chosenCategory, ...columns } = node;
    const { vocabulary, word } = chosenCategory ?? { vocabulary: 'v1', word: drafted.category };
    const categories = await this.chooseCategory(tx, null, vocabulary, word);
    const promised = await this.#deps.clocks.begin(tx, { ...drafted, category: categories.category });
    const created = { ...drafted, ...promised.set, category: categories.category };
    let code = draftTicketCode(random);
    while (await isCodeTaken(tx.db, code)) code = draftTicketCode(random);
    const audience_id = await audiences.intern(tx, tokensOfTicket(created));
    const number = await nextTicketNumber(tx, now);
    await moveTicketCount(tx, null, created);
    const id = await insertTicket(tx, created, {
      ...promised.node,
      ...columns,
      ...categories,
      code,
      number,
      origin,
      audience_id,
    });
    const assigneeIds = assigneeIdsOf(created);
    if (assigneeIds.length > 0) await replaceAssignees(tx, id, assigneeIds, now);
    return { ...created, id, code, audience_id };
  }

  async #update(
    tx: Tx,
    before: StoredTicket,
    changes: TicketChanges,
    { now, node = {} }: WriteContext,
  ): Promise<StoredTicket> {
    const due = await this.#deps.clocks.follow(tx, before, changes, node);
    // Whichever way a customer's message comes in, it ends a snooze.
    const isAsked = changes.messages.some((message) => message.sender_type === 'user');
    const woken = isAsked && before.snoozed_until !== null ? { snoozed_until: null } : {};
    const set = { ...changes.set, ...due, ...woken };
    const { chosenCategory, ...columns } = node;
    const categories = await this.#categoriesAfter(
      tx,
      before,
      set.category ?? before.category,
      chosenCategory,
    );
    const after: StoredTicket = {
      ...before,
      ...set,
      category: categories?.category ?? before.category,
      ver: before.ver + 1,
      updated_at: Math.max(now, before.updated_at),
    };
    const isMoved = after.assignee_ids !== before.assignee_ids || after.category !== before.category;
    if (isMoved) after.audience_id = await this.#deps.audiences.intern(tx, tokensOfTicket(after));
    const { ver, updated_at, audience_id } = after;
    // A name that was given stood for the former assignee; and whoever waited for an agent has one, or is not to.
    const left = after.assignee_id === before.assignee_id ? {} : { assigned_label: null, awaits_agent: 0 };
    await moveTicketCount(tx, before, after);
    await updateTicket(tx, before.id, {
      ...set,
      ...left,
      ...columns,
      ...categories,
      ver,
      updated_at,
      audience_id,
    });
    if (after.assignee_ids !== before.assignee_ids)
      await replaceAssignees(tx, before.id, assigneeIdsOf(after), now);
    return after;
  }

  /** The category columns after somebody chose a word of one surface, as departments are at this moment. */
  async chooseCategory(
    tx: Tx,
    current: CategoryColumns | null,
    vocabulary: Vocabulary,
    word: string,
  ): Promise<CategoryColumns> {
    return chooseCategory(current, vocabulary, word, await this.#deps.routes.read(tx));
  }

  /** Null when the change says nothing about the category. */
  async #categoriesAfter(
    tx: Tx,
    before: StoredTicket,
    category: string,
    chosen: NodeFields['chosenCategory'],
  ): Promise<CategoryColumns | null> {
    if (chosen === undefined && category === before.category) return null;
    const current = await readCategoryColumns(tx.db, before.id);
    const { vocabulary, word } = chosen ?? { vocabulary: 'v1', word: category };
    return this.chooseCategory(tx, current, vocabulary, word);
  }

  async #attach(
    tx: Tx,
    ticket: StoredTicket,
    { attachments = [] }: TicketChanges,
    { contentHashes }: WriteContext,
  ): Promise<StoredAttachment[]> {
    const stored: StoredAttachment[] = [];
    for (const row of attachments) {
      const hash = contentHashes?.get(row.uid);
      if (hash === undefined) throw new Error(`Nobody knows what is in the attachment ${row.uid}`);
      stored.push({ ...row, id: await insertAttachment(tx, ticket.id, row, hash) });
    }
    return stored;
  }
}
