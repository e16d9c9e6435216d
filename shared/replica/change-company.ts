import type { Transaction } from 'kysely';
import { findWritten, keepVersion, writtenIn, type Written } from './draft-history.ts';
import { deleteSentDraft, findDraft, putDraft, type DraftText } from './drafts.ts';
import { takeMid } from './identity.ts';
import {
  deleteFileOf,
  markSent,
  markWaiting,
  sendAgain,
  settleFilesOf,
  type FilesFate,
} from './kept-files.ts';
import { insertKept, resolveRefused, type KeptPlace, type NewMutation } from './kept-mutations.ts';
import { takeBack } from './take-back.ts';
import type { OutboxSchema } from './tables.ts';

type Tx = Transaction<OutboxSchema>;

/** What is settled together with a change. */
export interface ChangeCompany {
  /** The conflict that it answers. */
  resolvesId?: number;
  /** The file that it puts on its ticket. */
  sentFile?: string;
  /** Files that go with it. */
  files?: readonly string[];
}

/** Who does it, and when. */
export interface Doing {
  userId: number;
  now: number;
}

/** Keeps a change and settles what comes with it; a draft that became this change is over. @returns its id. */
export async function keepWithCompany(
  trx: Tx,
  mutation: NewMutation,
  place: Omit<KeptPlace, 'mid'>,
  also: ChangeCompany,
): Promise<number> {
  const by = { userId: place.user_id, now: place.created_at };
  const mid = await takeMid(trx, by.userId);
  const id = await insertKept(trx, mutation, { ...place, mid });
  await sendDraft(trx, by, writtenIn(mutation));
  const company = { goWith: mutation.marker_uid, is_note: mutation.name === 'ticket-note' ? 1 : 0 };
  if (also.resolvesId !== undefined) await endConflict(trx, by, also.resolvesId, company);
  if (also.files !== undefined && also.files.length > 0) {
    const where = { userId: by.userId, ticketUid: mutation.ticket_uid };
    const fate = { on_message_uid: company.goWith, is_note: company.is_note };
    await markWaiting(trx, where, also.files, fate);
  }
  if (also.sentFile !== undefined) await markSent(trx, also.sentFile, id);
  return id;
}

/** A draft is over when its text is sent; what was sent stays among its earlier versions. */
async function sendDraft(trx: Tx, { userId, now }: Doing, sent: Written | null): Promise<void> {
  if (sent === null || (await findDraft(trx, userId, sent.ticket_uid)) === null) return;
  await keepVersion(trx, userId, sent, now);
  await deleteSentDraft(trx, userId, sent.ticket_uid, sent.text);
}

/** Ends a conflict by what its author goes on with; without a draft, what was written is kept as an earlier one. */
export async function resolveByAuthor(
  trx: Tx,
  by: Doing,
  id: number,
  draft: DraftText | null,
): Promise<void> {
  await endConflict(trx, by, id, draft === null ? 'nowhere' : 'draft');
  await goOnWith(trx, by, await findWritten(trx, by.userId, id), draft);
}

/** Ends a conflict about a file: what is in it waits to be sent once more. */
export async function resolveByFile(
  trx: Tx,
  { userId, now }: Doing,
  id: number,
  fileUid: string,
): Promise<void> {
  await resolveRefused(trx, id, now);
  await sendAgain(trx, userId, fileUid);
}

/** Takes a change back with its files. @returns its ticket; null when it is too late. */
export async function takeBackWithCompany(
  trx: Tx,
  by: Doing,
  id: number,
  draft: DraftText | null,
): Promise<string | null> {
  const written = await findWritten(trx, by.userId, id);
  const taken = await takeBack(trx, by.userId, id, by.now);
  if (taken === null) return null;
  await goOnWith(trx, by, written, draft);
  await settleFilesOf(trx, by.userId, taken.marker_uid, draft === null ? 'nowhere' : 'draft');
  return taken.ticket_uid;
}

async function goOnWith(
  trx: Tx,
  { userId, now }: Doing,
  written: Written | null,
  draft: DraftText | null,
): Promise<void> {
  if (draft !== null) await putDraft(trx, userId, draft, now);
  else if (written !== null) await keepVersion(trx, userId, written, now);
}

async function endConflict(trx: Tx, { userId, now }: Doing, id: number, fate: FilesFate): Promise<void> {
  const marker = await resolveRefused(trx, id, now);
  if (marker === null) return;
  await settleFilesOf(trx, userId, marker, fate);
  await deleteFileOf(trx, id);
}
