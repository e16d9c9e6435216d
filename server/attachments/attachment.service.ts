import type { Clock } from '#shared/model/clock.ts';
import { maxFileBytes, maxTicketBytes, type AttachmentRecord } from '#shared/model/attachment.ts';
import { isPermitted, scopeOf } from '#shared/model/permissions.ts';
import type { TicketAction } from '#shared/model/rule-set.ts';
import type { Visibility } from '#shared/model/ticket.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import { isStaff } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { Reader } from '../tickets/ticket-read.service.ts';
import type { TicketWriter } from '../tickets/ticket-writer.ts';
import { findTicketById, type StoredTicket } from '../tickets/ticket.repo.ts';
import {
  findAttachment,
  isContentKnown,
  listAttachments,
  sumAttachedBytes,
  type AttachmentRow,
} from './attachment.repo.ts';
import { safeFileName } from './file-name.ts';
import type { FileStore } from './file-store.ts';
import { detectFileType } from './file-type.ts';

export interface NewFile {
  bytes: Buffer;
  /** As its sender called it; null when it came without a name. */
  name: string | null;
  visibility: Visibility;
}

export type AttachmentRefusal =
  | 'ticket_not_found'
  | 'attachment_not_found'
  | 'forbidden'
  | 'empty'
  | 'too_large'
  | 'ticket_full';

export type AttachmentOutcome<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'refused'; refusal: AttachmentRefusal };

export interface StoredFile {
  attachment: AttachmentRow;
  bytes: Buffer;
}

export interface AttachmentServiceDeps {
  database: Database;
  store: FileStore;
  writer: TicketWriter;
  clock: Clock;
  mintUid: UidFactory;
}

interface FileOrigin {
  origin: string;
  uploadedBy: number | null;
  /** The message that it came with. */
  messageUid: string | null;
}

type Found = { kind: 'found'; ticket: StoredTicket } | { kind: 'refused'; refusal: AttachmentRefusal };

/** What an actor may see of a ticket's attachments. */
const visibleTo = ({ actor }: Reader): readonly Visibility[] =>
  isStaff(actor) ? ['public', 'staff'] : ['public'];

/** Files on tickets. The file lies on the disk before its row is written; a row never names a file that is not there. */
export class AttachmentService {
  readonly #deps: AttachmentServiceDeps;

  constructor(deps: AttachmentServiceDeps) {
    this.#deps = deps;
  }

  async add(
    ticketId: number,
    file: NewFile,
    context: Reader & { origin: string },
  ): Promise<AttachmentOutcome<AttachmentRow>> {
    const { db } = this.#deps.database;
    const found = await findFor(db, ticketId, 'attach', context);
    const refusal = found.kind === 'refused' ? found.refusal : await this.#refuse(ticketId, file);
    if (refusal !== null) return { kind: 'refused', refusal };
    const by = { origin: context.origin, uploadedBy: context.actor.id, messageUid: null };
    return this.#store(file, by, (tx) => findFor(tx.db, ticketId, 'attach', context));
  }

  /**
   * What the ticket's customer sent from elsewhere; the caller knows that it was them. `claim` is part of the same
   * transaction, and says whether the file is still to be added: a file that is not wanted any more is refused.
   */
  async addFromCustomer(
    ticketId: number,
    { bytes, name, messageUid }: Pick<NewFile, 'bytes' | 'name'> & { messageUid: string | null },
    origin: string,
    claim: (tx: Tx) => Promise<boolean>,
  ): Promise<AttachmentOutcome<AttachmentRow>> {
    const file: NewFile = { bytes, name, visibility: 'public' };
    const ticket = await findTicketById(this.#deps.database.db, ticketId);
    const refusal = ticket === null ? 'ticket_not_found' : await this.#refuse(ticketId, file);
    if (refusal !== null) return { kind: 'refused', refusal };
    const uploadedBy = ticket?.requester_id ?? null;
    return this.#store(file, { origin, uploadedBy, messageUid }, async (tx) => {
      const present = await findTicketById(tx.db, ticketId);
      if (present === null || !(await claim(tx))) return { kind: 'refused', refusal: 'ticket_not_found' };
      return { kind: 'found', ticket: present };
    });
  }

  /** Puts the file on the disk, and on the ticket that `find` answers inside the transaction. */
  async #store(
    file: NewFile,
    { origin, uploadedBy, messageUid }: FileOrigin,
    find: (tx: Tx) => Promise<Found>,
  ): Promise<AttachmentOutcome<AttachmentRow>> {
    const { database, store, writer, clock, mintUid } = this.#deps;
    const { contentType, extension } = detectFileType(file.bytes);
    const content_hash = await store.put(file.bytes);
    return database.write(async (tx) => {
      const found = await find(tx);
      if (found.kind === 'refused') return found;
      const now = clock.now();
      const record: AttachmentRecord = {
        uid: mintUid(),
        id: null,
        ver: 1,
        ticket_uid: found.ticket.uid,
        message_uid: messageUid,
        uploaded_by: uploadedBy,
        file_name: safeFileName(file.name, extension),
        content_type: contentType,
        size_bytes: file.bytes.length,
        visibility: file.visibility,
        created_at: now,
      };
      const contentHashes = new Map([[record.uid, content_hash]]);
      const { attachments } = await writer.write(
        tx,
        found.ticket,
        { set: {}, messages: [], activities: [], attachments: [record] },
        { now, origin, contentHashes },
      );
      const attachment = await findAttachment(tx.db, attachments[0]?.id ?? 0);
      if (attachment === null) throw new Error('An attachment is not there after it was written');
      return { kind: 'done', value: attachment };
    });
  }

  /** What is attached to the ticket and its reader may see, in the order in which it came. */
  list(ticketId: number, reader: Reader): Promise<AttachmentOutcome<AttachmentRow[]>> {
    return this.#deps.database.readAtOnce(async (db) => {
      const found = await findFor(db, ticketId, 'view', reader);
      if (found.kind === 'refused') return found;
      return { kind: 'done', value: await listAttachments(db, ticketId, visibleTo(reader)) };
    });
  }

  async read(ticketId: number, attachmentId: number, reader: Reader): Promise<AttachmentOutcome<StoredFile>> {
    const { database, store } = this.#deps;
    const found = await findFor(database.db, ticketId, 'view', reader);
    if (found.kind === 'refused') return found;
    const attachment = await findAttachment(database.db, attachmentId);
    const isThere =
      attachment !== null &&
      attachment.ticket_id === ticketId &&
      (visibleTo(reader) as readonly string[]).includes(attachment.visibility);
    if (!isThere) return { kind: 'refused', refusal: 'attachment_not_found' };
    const bytes = await store.read(attachment.content_hash);
    if (bytes === null) return { kind: 'refused', refusal: 'attachment_not_found' };
    return { kind: 'done', value: { attachment, bytes } };
  }

  /** The bytes of attachments that the caller was let see; a file that is gone is empty, so that the rest can be read. */
  readAll(attachments: readonly AttachmentRow[]): Promise<StoredFile[]> {
    return Promise.all(
      attachments.map(async (attachment) => ({
        attachment,
        bytes: (await this.#deps.store.read(attachment.content_hash)) ?? Buffer.alloc(0),
      })),
    );
  }

  /** Clears away files whose row was never written. At the start of the node, before anybody can send files. */
  removeOrphans(): Promise<number> {
    const { database, store } = this.#deps;
    return store.removeAllBut((hash) => isContentKnown(database.db, hash));
  }

  async #refuse(ticketId: number, { bytes }: NewFile): Promise<AttachmentRefusal | null> {
    if (bytes.length === 0) return 'empty';
    if (bytes.length > maxFileBytes) return 'too_large';
    const attached = await sumAttachedBytes(this.#deps.database.db, ticketId);
    return attached + bytes.length > maxTicketBytes ? 'ticket_full' : null;
  }
}

async function findFor(
  db: Db,
  ticketId: number,
  action: TicketAction,
  { actor, rules }: Reader,
): Promise<Found> {
  const ticket = await findTicketById(db, ticketId);
  if (ticket === null) return { kind: 'refused', refusal: 'ticket_not_found' };
  return isPermitted(actor, action, scopeOf(ticket), rules)
    ? { kind: 'found', ticket }
    : { kind: 'refused', refusal: 'forbidden' };
}
