import type { Clock } from '#shared/model/clock.ts';
import { maxFileBytes } from '#shared/model/attachment.ts';
import { isPermitted, scopeOf } from '#shared/model/permissions.ts';
import { consoleRules } from '#shared/model/rule-set.ts';
import { isStaff, type Actor } from '#shared/model/user.ts';
import type { UploadTable } from '../database/desk-tables.ts';
import type { Database } from '../database/database.ts';
import { findTicketById } from '../tickets/ticket.repo.ts';
import { findContentByUid } from './attachment.repo.ts';
import type { FileStore } from './file-store.ts';
import { detectFileType } from './file-type.ts';
import { maxUploadedBytes } from './limits.ts';
import { deleteUploadsBefore, findUpload, insertUpload, sumUploadedBytes } from './upload.repo.ts';

export type UploadRefusal = 'forbidden' | 'empty' | 'too_large' | 'too_many' | 'taken';
export type UploadOutcome =
  | { kind: 'done'; upload: Pick<UploadTable, 'uid' | 'content_type' | 'size_bytes'> }
  | { kind: 'refused'; refusal: UploadRefusal };

export interface StoredContent {
  attachment: { file_name: string; content_type: string };
  bytes: Buffer;
}

export interface UploadServiceDeps {
  database: Database;
  store: FileStore;
  clock: Clock;
}

/** What was sent and put on no ticket for this long is cleared away; its console sends it again. */
const keepUnusedMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Contents of files that consoles send ahead of the change that puts them on a ticket, each under the attachment's name:
 * whoever does not hear the answer sends the same again, and nothing is kept twice.
 */
export class UploadService {
  readonly #deps: UploadServiceDeps;

  constructor(deps: UploadServiceDeps) {
    this.#deps = deps;
  }

  async put(actor: Actor, uid: string, bytes: Buffer): Promise<UploadOutcome> {
    const { database, store, clock } = this.#deps;
    const refusal = await this.#refuse(actor, bytes);
    if (refusal !== null) return { kind: 'refused', refusal };
    const { contentType: content_type } = detectFileType(bytes);
    const content_hash = await store.put(bytes);
    return database.write(async (tx): Promise<UploadOutcome> => {
      const known = await findUpload(tx.db, uid);
      const isOthers = known !== null && (known.user_id !== actor.id || known.content_hash !== content_hash);
      if (isOthers) return { kind: 'refused', refusal: 'taken' };
      const upload = { uid, content_type, size_bytes: bytes.length };
      const isAttached = (await findContentByUid(tx.db, uid)) !== null;
      if (known === null && !isAttached) {
        await insertUpload(tx, { ...upload, user_id: actor.id, content_hash, created_at: clock.now() });
      }
      return { kind: 'done', upload };
    });
  }

  async #refuse(actor: Actor, bytes: Buffer): Promise<UploadRefusal | null> {
    if (!isStaff(actor) || !actor.is_active || !actor.is_approved) return 'forbidden';
    if (bytes.length === 0) return 'empty';
    if (bytes.length > maxFileBytes) return 'too_large';
    const sent = await sumUploadedBytes(this.#deps.database.db, actor.id);
    return sent + bytes.length > maxUploadedBytes ? 'too_many' : null;
  }

  /** What is in an attachment that the console holds; null when it is not there, or not the actor's to see. */
  async read(actor: Actor, uid: string): Promise<StoredContent | null> {
    const { database, store } = this.#deps;
    if (!isStaff(actor)) return null;
    const content = await findContentByUid(database.db, uid);
    const ticket = content === null ? null : await findTicketById(database.db, content.ticket_id);
    if (content === null || ticket === null) return null;
    if (!isPermitted(actor, 'view', scopeOf(ticket), consoleRules)) return null;
    const bytes = await store.read(content.content_hash);
    return bytes === null ? null : { attachment: content, bytes };
  }

  /** At the start of the node, before what nobody names is cleared away. */
  async forgetUnused(): Promise<void> {
    const { database, clock } = this.#deps;
    await database.write((tx) => deleteUploadsBefore(tx, clock.now() - keepUnusedMs));
  }
}
