import type {
  Connection,
  SyncStatus,
  TicketDetail,
  TicketListItem,
  TicketPage,
  ListCursor,
  Delivery,
} from '../protocol/ipc.ts';
import { viewIds, type ViewId } from '../model/view.ts';
import type { TicketRow } from '../model/ticket.ts';
import { deliveryOf, type Changes } from './changes.ts';
import { readMeta } from './meta.ts';
import type { KeptMutation } from './kept-mutations.ts';
import type { Outbox } from './outbox.ts';
import { findTicket } from './overlay.ts';
import {
  countViews,
  isUnread,
  listConversation,
  listMine,
  listTicketActivities,
  listView,
  markSeen,
  readMarks,
  type ConversationMessage,
} from './ticket-queries.ts';
import type { ReplicaDb } from './truth.ts';

export interface TicketReadsDeps {
  db: ReplicaDb;
  outbox: Outbox;
  changes: Changes;
}

/** Answers what the interface shows, from this computer alone. */
export class TicketReads {
  readonly #deps: TicketReadsDeps;

  constructor(deps: TicketReadsDeps) {
    this.#deps = deps;
  }

  get #userId(): number {
    return this.#deps.outbox.identity?.user.id ?? -1;
  }

  async list(view: ViewId, page: { after: ListCursor | null; limit: number }): Promise<TicketPage> {
    const rows = await listView(this.#deps.db, view, this.#userId, page);
    const items = await this.#describe(rows);
    const last = rows.at(-1);
    const next =
      rows.length < page.limit || last === undefined ? null : { updated_at: last.updated_at, uid: last.uid };
    return { items, next };
  }

  async #describe(rows: readonly TicketRow[]): Promise<TicketListItem[]> {
    const { db, outbox } = this.#deps;
    const { read_before } = await readMeta(db);
    const marks = await readMarks(
      db,
      read_before,
      rows.map((row) => row.uid),
    );
    const pending = countByTicket(await outbox.listPredicted());
    const conflicts = countByTicket(await outbox.listRefused());
    const drafted = await outbox.listDraftedTickets();
    return rows.map((ticket) => ({
      ticket,
      is_unread: isUnread(ticket, this.#userId, marks),
      pending: pending.get(ticket.uid) ?? 0,
      conflicts: conflicts.get(ticket.uid) ?? 0,
      has_draft: drafted.has(ticket.uid),
    }));
  }

  counts(): Promise<Record<ViewId, number>> {
    if (this.#userId === -1) {
      return Promise.resolve(Object.fromEntries(viewIds.map((view) => [view, 0])) as Record<ViewId, number>);
    }
    return countViews(this.#deps.db, this.#userId);
  }

  /** Everything the ticket's page shows. `sentUpTo`: the last change that is on its way to the node. */
  async get(uid: string, sentUpTo: number): Promise<TicketDetail | null> {
    const { db, outbox, changes } = this.#deps;
    const ticket = await findTicket(db, 'ticket_view', uid);
    if (ticket === null) return null;
    const kept = new Map(
      (await outbox.listPredicted(uid)).map((mutation) => [mutation.marker_uid, mutation]),
    );
    const conversation = await listConversation(db, uid);
    const deliveryOfRow = ({ row, isPredicted }: ConversationMessage): Delivery => {
      const mutation = kept.get(row.uid);
      if (!isPredicted) return 'delivered';
      return mutation === undefined ? 'sent' : deliveryOf(mutation, sentUpTo);
    };
    return {
      ticket,
      messages: conversation.map((message) => ({ row: message.row, delivery: deliveryOfRow(message) })),
      activities: await listTicketActivities(db, uid),
      draft: await outbox.findDraft(uid),
      conflicts: await changes.listConflicts(uid),
    };
  }

  /** The agent has looked at the ticket as it is now. */
  async markSeen(uid: string, now: number): Promise<void> {
    const ticket = await findTicket(this.#deps.db, 'ticket_view', uid);
    if (ticket === null) return;
    // The node's clock may be ahead of this one: what is on the screen is seen all the same.
    const newest = Math.max(now, ticket.last_message_at ?? 0, ticket.assigned_at ?? 0);
    await markSeen(this.#deps.db, uid, newest);
  }

  async countUnread(): Promise<number> {
    if (this.#userId === -1) return 0;
    const { db } = this.#deps;
    const { read_before } = await readMeta(db);
    const marks = await readMarks(db, read_before);
    return (await listMine(db, this.#userId)).filter((ticket) => isUnread(ticket, this.#userId, marks))
      .length;
  }

  async status(connection: Connection): Promise<SyncStatus> {
    const { queued, needsYou } = await this.#deps.outbox.countByState();
    const { synced_at } = await readMeta(this.#deps.db);
    return { connection, queued, needs_you: needsYou, synced_at };
  }
}

function countByTicket(kept: readonly KeptMutation[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ticket_uid } of kept) counts.set(ticket_uid, (counts.get(ticket_uid) ?? 0) + 1);
  return counts;
}
