import type { Delivery } from '../protocol/kept-change.ts';
import type { Connection, SyncStatus } from '../protocol/sync-status.ts';
import type { Conversation, DraftFile, TicketDetail } from '../protocol/ticket-detail.ts';
import type { TicketListItem, TicketPage, ListCursor } from '../protocol/ticket-list.ts';
import type { Clock } from '../model/clock.ts';
import { viewFilterById, viewIds, type ViewId } from '../model/view.ts';
import type { ViewFilter } from '../model/view-filter.ts';
import type { ViewReader } from '../model/view-meaning.ts';
import type { AttachmentRecord } from '../model/attachment.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { ListedView } from '../protocol/desk-items.ts';
import { DeskError } from '../protocol/errors.ts';
import { findItem, listItems } from './item-queries.ts';
import { listTicketAttachments } from './attachment-queries.ts';
import { countBare, findBare } from './bare-tickets.ts';
import type { Changes } from './changes.ts';
import { readMeta } from './meta.ts';
import type { KeptMutation } from './kept-mutations.ts';
import type { KeptFile } from './kept-files.ts';
import type { Outbox } from './outbox.ts';
import { deliveryOf } from './outbox-items.ts';
import { findTicket } from './overlay.ts';
import { listMerged, listSplitOff } from './linked-queries.ts';
import {
  isUnread,
  listConversation,
  listMine,
  listTicketActivities,
  markSeen,
  readMarks,
  type ConversationMessage,
} from './ticket-queries.ts';
import type { ReplicaDb } from './tables.ts';
import { countView, listView } from './view-queries.ts';

export interface TicketReadsDeps {
  db: ReplicaDb;
  clock: Clock;
  outbox: Outbox;
  changes: Changes;
  /** The file that is being sent. */
  sendingFile: () => string | null;
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

  get reader(): ViewReader {
    return { userId: this.#userId, now: this.#deps.clock.now() };
  }

  async list(view: ListedView, page: { after: ListCursor | null; limit: number }): Promise<TicketPage> {
    const filter = await this.#filterOf(view);
    const { rows, next } = await listView(this.#deps.db, filter, this.reader, page);
    return { items: await this.#describe(rows), next };
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

  /** @throws DeskError `not_found` for a saved view that is not held here. */
  async #filterOf(view: ListedView): Promise<ViewFilter> {
    if (typeof view === 'string') return viewFilterById[view];
    if ('filter' in view) return view.filter;
    const item = await findItem(this.#deps.db, view.item);
    if (item?.kind !== 'view') throw new DeskError('not_found', 'There is no such view any more');
    return item.body;
  }

  async count(view: ListedView): Promise<number> {
    return countView(this.#deps.db, await this.#filterOf(view), this.reader);
  }

  /** By the uids of the saved views. */
  async savedCounts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const item of await listItems(this.#deps.db, 'view'))
      counts[item.uid] = await this.count({ item: item.uid });
    return counts;
  }

  async counts(): Promise<Record<ViewId, number>> {
    const counts = {} as Record<ViewId, number>;
    for (const view of viewIds) {
      counts[view] =
        this.#userId === -1 ? 0 : await countView(this.#deps.db, viewFilterById[view], this.reader);
    }
    return counts;
  }

  /** Everything the ticket's page shows. `sentUpTo`: the last change that is on its way to the node. */
  async get(uid: string, sentUpTo: number): Promise<TicketDetail | null> {
    const { db, outbox, changes } = this.#deps;
    const ticket = await findTicket(db, 'ticket_view', uid);
    if (ticket === null) return null;
    const merged = [];
    for (const secondary of await listMerged(db, uid)) merged.push(await this.#converse(secondary, sentUpTo));
    return {
      ...(await this.#converse(ticket, sentUpTo)),
      merged,
      split_off: await listSplitOff(db, uid),
      draft: await outbox.findDraft(uid),
      draft_files: (await outbox.listFiles(['draft'], uid)).map(toDraftFile),
      conflicts: await changes.listConflicts(uid),
    };
  }

  async #converse(ticket: TicketRow, sentUpTo: number): Promise<Conversation> {
    const { db, outbox } = this.#deps;
    // By what each brings into being: a message or an activity, or a file.
    const kept = new Map(
      (await outbox.listPredicted([ticket.uid])).map((mutation) => [
        mutation.args['attachment_uid'] ?? mutation.marker_uid,
        mutation,
      ]),
    );
    const deliveryOfRow = ({
      row,
      isPredicted,
    }: Pick<ConversationMessage, 'isPredicted'> & { row: { uid: string } }): Delivery => {
      const mutation = kept.get(row.uid);
      if (!isPredicted) return 'delivered';
      return mutation === undefined ? 'sent' : deliveryOf(mutation, sentUpTo);
    };
    const messages = await listConversation(db, ticket.uid);
    const attachments = await listTicketAttachments(db, ticket.uid);
    const unsent = await outbox.listFiles(['waiting', 'failed'], ticket.uid);
    return {
      ticket,
      is_whole: (await findBare(db, [ticket.uid])).length === 0,
      messages: messages.map((message) => ({ row: message.row, delivery: deliveryOfRow(message) })),
      activities: await listTicketActivities(db, ticket.uid),
      attachments: [
        ...attachments.map((row) => ({
          row,
          delivery: deliveryOfRow({ row, isPredicted: row.id === null }),
          problem: null,
        })),
        ...unsent.map((file) => this.#describeFile(file)),
      ],
    };
  }

  /** A file whose content has not reached the node, as if it were on its ticket already. */
  #describeFile(file: KeptFile): Conversation['attachments'][number] {
    const { uid, ticket_uid, file_name, content_type, size_bytes, created_at, problem } = file;
    const row: AttachmentRecord = {
      uid,
      id: null,
      ver: 1,
      ticket_uid,
      message_uid: file.on_message_uid,
      uploaded_by: this.#userId,
      file_name,
      content_type,
      size_bytes,
      created_at,
      visibility: file.is_note === 1 ? 'staff' : 'public',
    };
    if (file.state === 'failed') return { row, delivery: 'needs_you', problem };
    return { row, delivery: this.#deps.sendingFile() === uid ? 'sent' : 'queued', problem: null };
  }

  /** The agent has looked at the ticket as it is now. @returns whether it was unread until then. */
  async markSeen(uid: string, now: number): Promise<boolean> {
    const { db } = this.#deps;
    const ticket = await findTicket(db, 'ticket_view', uid);
    if (ticket === null) return false;
    const { read_before } = await readMeta(db);
    const wasUnread = isUnread(ticket, this.#userId, await readMarks(db, read_before, [uid]));
    // The node's clock may be ahead of this one: what is on the screen is seen all the same.
    const newest = Math.max(now, ticket.last_message_at ?? 0, ticket.assigned_at ?? 0);
    await markSeen(db, uid, newest);
    return wasUnread;
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
    return {
      connection,
      queued,
      needs_you: needsYou,
      unfetched: await countBare(this.#deps.db),
      synced_at,
    };
  }
}

/** The tickets on this page of which a part is not here yet. */
export const listBareIn = (detail: TicketDetail): string[] =>
  [detail, ...detail.merged].filter(({ is_whole }) => !is_whole).map(({ ticket }) => ticket.uid);

const toDraftFile = ({ uid, file_name, content_type, size_bytes }: KeptFile): DraftFile => ({
  uid,
  file_name,
  content_type,
  size_bytes,
});

function countByTicket(kept: readonly KeptMutation[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ticket_uid } of kept) counts.set(ticket_uid, (counts.get(ticket_uid) ?? 0) + 1);
  return counts;
}
