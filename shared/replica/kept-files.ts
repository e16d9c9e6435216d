import { sql, type Transaction } from 'kysely';
import type { FileProblem } from '../protocol/ticket-detail.ts';
import type { OutboxDb } from './kept-mutations.ts';
import type { FileState, FileTable, OutboxSchema } from './tables.ts';

type Tx = Transaction<OutboxSchema>;

/** A file that its author put on a ticket here, without what is in it. */
export type KeptFile = Omit<FileTable, 'bytes' | 'user_id'> & {
  /** Names it among the files of this console, as a change's id does. */
  number: number;
};

/** Contents of files that are on their tickets stay for a node that is restored from a backup, up to so much. */
const maxSentBytes = 100 * 1024 * 1024;

const columns = [
  'uid',
  'ticket_uid',
  'on_message_uid',
  'file_name',
  'content_type',
  'size_bytes',
  'is_note',
  'state',
  'problem',
  'mutation_id',
  'created_at',
] as const;

export async function insertFile(db: OutboxDb, file: FileTable): Promise<void> {
  await db.insertInto('file').values(file).execute();
}

/** A user's files in these states, in the order in which they were chosen. */
export function listFiles(
  db: OutboxDb,
  userId: number,
  states: readonly FileState[],
  ticketUid?: string,
): Promise<KeptFile[]> {
  const own = db
    .selectFrom('file')
    .select(columns)
    .select(sql<number>`rowid`.as('number'))
    .where('user_id', '=', userId)
    .where('state', 'in', states)
    .orderBy('created_at')
    .orderBy('uid');
  return (ticketUid === undefined ? own : own.where('ticket_uid', '=', ticketUid)).execute();
}

/** Those whose content can be sent: what was written with them, if anything, the node has taken. */
export async function listSendable(db: OutboxDb, userId: number): Promise<KeptFile[]> {
  const waiting = await listFiles(db, userId, ['waiting']);
  const messages = waiting.flatMap((file) => file.on_message_uid ?? []);
  if (messages.length === 0) return waiting;
  const undecided = await db
    .selectFrom('mutation')
    .select('marker_uid')
    .where('user_id', '=', userId)
    .where('marker_uid', 'in', messages)
    .where('state', 'in', ['pending', 'refused'])
    .execute();
  const held = new Set(undecided.map((row) => row.marker_uid));
  return waiting.filter((file) => !held.has(file.on_message_uid ?? ''));
}

export async function findFileBytes(db: OutboxDb, userId: number, uid: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('file')
    .select('bytes')
    .where('user_id', '=', userId)
    .where('uid', '=', uid)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

export async function hasFile(db: OutboxDb, uid: string): Promise<boolean> {
  return (await db.selectFrom('file').select('uid').where('uid', '=', uid).executeTakeFirst()) !== undefined;
}

/** Files that went with what was being written are sent now, with a message or alone. */
export async function markWaiting(
  db: OutboxDb,
  place: { userId: number; ticketUid: string },
  uids: readonly string[],
  fate: { on_message_uid: string | null; is_note: number },
): Promise<void> {
  await db
    .updateTable('file')
    .set({ ...fate, state: 'waiting' })
    .where('uid', 'in', uids)
    .where('user_id', '=', place.userId)
    .where('ticket_uid', '=', place.ticketUid)
    .where('state', '=', 'draft')
    .execute();
}

/** The change that puts it on its ticket is kept, in the same transaction. */
export async function markSent(trx: Tx, uid: string, mutationId: number): Promise<void> {
  await trx
    .updateTable('file')
    .set({ state: 'sent', mutation_id: mutationId })
    .where('uid', '=', uid)
    .execute();
}

export async function markFailed(db: OutboxDb, uid: string, problem: FileProblem): Promise<void> {
  await db
    .updateTable('file')
    .set({ state: 'failed', problem })
    .where('uid', '=', uid)
    .where('state', '=', 'waiting')
    .execute();
}

/** What is in it goes to the node once more, and a new change after it. */
export async function sendAgain(db: OutboxDb, userId: number, uid: string): Promise<void> {
  await db
    .updateTable('file')
    .set({ state: 'waiting', problem: null, mutation_id: null })
    .where('user_id', '=', userId)
    .where('uid', '=', uid)
    .where('state', 'in', ['sent', 'failed'])
    .execute();
}

/** What becomes of the files of a message that is not sent as it was: they go with another, with the draft, or away. */
export type FilesFate = { goWith: string; is_note: number } | 'draft' | 'nowhere';

export async function settleFilesOf(
  trx: Tx,
  userId: number,
  messageUid: string,
  fate: FilesFate,
): Promise<void> {
  if (fate === 'nowhere') {
    await trx
      .deleteFrom('file')
      .where('user_id', '=', userId)
      .where('on_message_uid', '=', messageUid)
      .where('state', 'in', ['waiting', 'failed'])
      .execute();
    return;
  }
  const isDraft = fate === 'draft';
  await trx
    .updateTable('file')
    .set({
      state: isDraft ? 'draft' : 'waiting',
      problem: null,
      on_message_uid: isDraft ? null : fate.goWith,
      is_note: isDraft ? 0 : fate.is_note,
    })
    .where('user_id', '=', userId)
    .where('on_message_uid', '=', messageUid)
    .where('state', 'in', ['waiting', 'failed'])
    .execute();
}

/** Takes a file back that is not on its ticket. @returns its ticket; null when it is too late. */
export async function deleteUnsentFile(db: OutboxDb, userId: number, uid: string): Promise<string | null> {
  const deleted = await db
    .deleteFrom('file')
    .where('user_id', '=', userId)
    .where('uid', '=', uid)
    .where('state', 'in', ['draft', 'waiting', 'failed'])
    .returning('ticket_uid')
    .executeTakeFirst();
  return deleted?.ticket_uid ?? null;
}

/** The author let go of the change that would have put it on its ticket. */
export async function deleteFileOf(trx: Tx, mutationId: number): Promise<void> {
  await trx.deleteFrom('file').where('state', '=', 'sent').where('mutation_id', '=', mutationId).execute();
}

/** Signing out: contents that the node has leave this computer. */
export async function deleteSentFiles(trx: Tx, userId: number): Promise<void> {
  await trx.deleteFrom('file').where('state', '=', 'sent').where('user_id', '=', userId).execute();
}

/** Forgets contents of sent files once their change was forgotten, or when they are too many, the oldest first. */
export async function deleteSettledFiles(db: OutboxDb, limit = maxSentBytes): Promise<void> {
  await db
    .deleteFrom('file')
    .where('state', '=', 'sent')
    .where('mutation_id', 'not in', db.selectFrom('mutation').select('id'))
    .execute();
  const settled = await db
    .selectFrom('file')
    .innerJoin('mutation', 'mutation.id', 'file.mutation_id')
    .select(['file.uid', 'file.size_bytes'])
    .where('file.state', '=', 'sent')
    .where('mutation.state', '=', 'confirmed')
    .orderBy('file.created_at', 'desc')
    .execute();
  let kept = 0;
  const surplus = settled.filter(({ size_bytes }) => (kept += size_bytes) > limit).map(({ uid }) => uid);
  if (surplus.length > 0) await db.deleteFrom('file').where('uid', 'in', surplus).execute();
}

/** Bytes of the files that are not on their tickets, on one of them or on all. */
export async function sumUnsentBytes(db: OutboxDb, ticketUid?: string): Promise<number> {
  const sum = db
    .selectFrom('file')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('size_bytes'), eb.lit(0)).as('bytes'))
    .where('state', '!=', 'sent');
  const { bytes } = await (
    ticketUid === undefined ? sum : sum.where('ticket_uid', '=', ticketUid)
  ).executeTakeFirstOrThrow();
  return bytes;
}
