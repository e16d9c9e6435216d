import type { Kysely } from 'kysely';
import { maxDraftFiles, maxFileBytes, maxTicketBytes } from '../model/attachment.ts';
import type { Clock } from '../model/clock.ts';
import { isPermitted, scopeOf } from '../model/permissions.ts';
import { consoleRules } from '../model/rule-set.ts';
import type { UidFactory } from '../model/uid.ts';
import { DeskError } from '../protocol/errors.ts';
import type { DraftFile } from '../protocol/ticket-detail.ts';
import { listTicketAttachments } from './attachment-queries.ts';
import { insertFile, sumUnsentBytes } from './kept-files.ts';
import type { Outbox } from './outbox.ts';
import { findTicket } from './overlay.ts';
import type { OutboxSchema, ReplicaDb } from './tables.ts';

export interface AddFileDeps {
  db: ReplicaDb;
  outboxDb: Kysely<OutboxSchema>;
  outbox: Outbox;
  clock: Clock;
  mintUid: UidFactory;
}

/** What an author takes to what they are writing. */
export interface NewFile {
  ticket_uid: string;
  file_name: string;
  content_type: string;
  bytes: Uint8Array;
}

/** All unsent files that are kept here may have so many bytes together. */
const maxKeptBytes = 250 * 1024 * 1024;

/** Which limit a file is over; the interface has words for each. */
export type FileLimit = 'file' | 'ticket' | 'console' | 'count';

const over = (limit: FileLimit, message: string): DeskError =>
  new DeskError('too_large', message, { data: { limit } });

/** Keeps a file durably beside the draft. The function that it gives throws a DeskError for one that cannot be taken. */
export function createAddFile(deps: AddFileDeps): (file: NewFile) => Promise<DraftFile> {
  const { outboxDb, outbox, clock, mintUid } = deps;
  return async (file) => {
    await refuse(deps, file);
    const { bytes, ticket_uid, file_name, content_type } = file;
    const added = { uid: mintUid(), file_name, content_type, size_bytes: bytes.length };
    await insertFile(outboxDb, {
      ...added,
      ticket_uid,
      user_id: outbox.identity?.user.id ?? -1,
      on_message_uid: null,
      is_note: 0,
      bytes,
      state: 'draft',
      problem: null,
      mutation_id: null,
      created_at: clock.now(),
    });
    return added;
  };
}

async function refuse({ db, outbox, outboxDb }: AddFileDeps, { ticket_uid, bytes }: NewFile): Promise<void> {
  const actor = outbox.identity?.user;
  if (actor === undefined) throw new DeskError('signed_out', 'Nobody is signed in');
  if (bytes.length === 0) throw new DeskError('invalid', 'The file is empty');
  if (bytes.length > maxFileBytes) throw over('file', 'The file is too large');
  const ticket = await findTicket(db, 'ticket_view', ticket_uid);
  if (ticket === null) throw new DeskError('not_found', 'This ticket is not here');
  if (!isPermitted(actor, 'attach', scopeOf(ticket), consoleRules)) {
    throw new DeskError('forbidden', 'You may not put files on this ticket');
  }
  if ((await outbox.listFiles(['draft'], ticket_uid)).length >= maxDraftFiles) {
    throw over('count', 'No message may have more files');
  }
  const attached = await listTicketAttachments(db, ticket_uid);
  const onTicket = attached.reduce((sum, { size_bytes }) => sum + size_bytes, 0);
  if (onTicket + (await sumUnsentBytes(outboxDb, ticket_uid)) + bytes.length > maxTicketBytes) {
    throw over('ticket', 'The ticket has as many files as it may have');
  }
  if ((await sumUnsentBytes(outboxDb)) + bytes.length > maxKeptBytes) {
    throw over('console', 'Too many files wait to be sent');
  }
}
