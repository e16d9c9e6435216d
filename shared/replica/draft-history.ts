import { sql, type Transaction } from 'kysely';
import type { Draft, EarlierDraft } from '../protocol/draft.ts';
import type { OutboxDb } from './kept-mutations.ts';
import { isMuchChanged, isMuchLost } from './text-difference.ts';
import type { OutboxSchema } from './tables.ts';

type Tx = Transaction<OutboxSchema>;

/** A text as it was, and what it was to become. */
export type Written = Pick<Draft, 'ticket_uid' | 'mode' | 'text'>;

/** While a text is being written, one version of it is kept in so much time. */
const writingGapMs = 30_000;

const maxPerTicket = 20;
const keepMs = 30 * 24 * 60 * 60 * 1000;

/** All versions of one user together, as UTF-8. */
const maxBytes = 4 * 1024 * 1024;

/** The versions kept of what a user wrote on a ticket, the newest first. */
export function listEarlierDrafts(db: OutboxDb, userId: number, ticketUid: string): Promise<EarlierDraft[]> {
  return db
    .selectFrom('draft_version')
    .select(['id', 'mode', 'text', 'kept_at'])
    .where('user_id', '=', userId)
    .where('ticket_uid', '=', ticketUid)
    .orderBy('id', 'desc')
    .execute();
}

/**
 * Keeps a version; a text that is kept already becomes the newest again. A version that was kept while its author went
 * on writing gives way to the text that begins with it.
 */
export async function keepVersion(
  tx: Tx,
  userId: number,
  { ticket_uid, mode, text }: Written,
  now: number,
  isPassing = false,
): Promise<void> {
  if (text.trim() === '') return;
  const kept = await ofTicket(tx, userId, ticket_uid).execute();
  const replaced = kept
    .filter(
      (version) =>
        version.text.trim() === text.trim() || (version.is_passing === 1 && text.startsWith(version.text)),
    )
    .map(({ id }) => id);
  if (replaced.length > 0) await tx.deleteFrom('draft_version').where('id', 'in', replaced).execute();
  await tx
    .insertInto('draft_version')
    .values({
      user_id: userId,
      ticket_uid,
      mode,
      text,
      size_bytes: sql<number>`length(cast(${text} as blob))`,
      is_passing: isPassing ? 1 : 0,
      kept_at: now,
    })
    .execute();
  await boundVersions(tx, userId, ticket_uid);
}

/** Keeps what a draft says before another text takes its place, where something of it would be lost. */
export async function keepReplaced(
  tx: Tx,
  userId: number,
  before: Written | null,
  next: string,
  now: number,
): Promise<void> {
  if (before === null) return;
  const newest = await ofTicket(tx, userId, before.ticket_uid).limit(1).executeTakeFirst();
  if (newest?.text.startsWith(before.text.trimEnd()) === true) return;
  if (next.trim() === '' || isMuchLost(before.text, next)) {
    await keepVersion(tx, userId, before, now);
    return;
  }
  const isDue = newest === undefined || now - newest.kept_at >= writingGapMs;
  if (isDue && isMuchChanged(newest?.text ?? '', before.text)) {
    await keepVersion(tx, userId, before, now, true);
  }
}

/** What its author wrote in a change; null for changes that are no messages. */
export async function findWritten(tx: Tx, userId: number, mutationId: number): Promise<Written | null> {
  const found = await tx
    .selectFrom('mutation')
    .select(['name', 'args', 'ticket_uid'])
    .where('user_id', '=', userId)
    .where('id', '=', mutationId)
    .executeTakeFirst();
  if (found === undefined) return null;
  return writtenIn({ ...found, args: JSON.parse(found.args) as Record<string, unknown> });
}

/** What a reply or a note says; null for every other change. */
export function writtenIn(change: {
  name: string;
  ticket_uid: string;
  args: Readonly<Record<string, unknown>>;
}): Written | null {
  const { name, ticket_uid, args } = change;
  if (name !== 'ticket-reply' && name !== 'ticket-note') return null;
  return { ticket_uid, mode: name === 'ticket-note' ? 'note' : 'reply', text: String(args['text']) };
}

/** Forgets a user's versions: what they sent or let go of is not left behind on this computer. */
export async function forgetVersions(tx: Tx, userId: number): Promise<void> {
  await tx.deleteFrom('draft_version').where('user_id', '=', userId).execute();
}

/** Forgets everybody's versions that are older than a month. */
export async function forgetOldVersions(db: OutboxDb, now: number): Promise<void> {
  await db
    .deleteFrom('draft_version')
    .where('kept_at', '<', now - keepMs)
    .execute();
}

/** The newest first. */
function ofTicket(tx: Tx, userId: number, ticketUid: string) {
  return tx
    .selectFrom('draft_version')
    .select(['id', 'text', 'is_passing', 'kept_at'])
    .where('user_id', '=', userId)
    .where('ticket_uid', '=', ticketUid)
    .orderBy('id', 'desc');
}

/** The oldest go first: beyond the number for one ticket, and beyond the room for all of them. */
async function boundVersions(tx: Tx, userId: number, ticketUid: string): Promise<void> {
  await sql`DELETE FROM draft_version WHERE id IN (
    SELECT id FROM draft_version WHERE user_id = ${userId} AND ticket_uid = ${ticketUid}
    ORDER BY id DESC LIMIT -1 OFFSET ${maxPerTicket}
  )`.execute(tx);
  await sql`DELETE FROM draft_version WHERE id IN (
    SELECT id FROM (
      SELECT id, sum(size_bytes) OVER (ORDER BY id DESC) AS bytes FROM draft_version WHERE user_id = ${userId}
    ) WHERE bytes > ${maxBytes}
  )`.execute(tx);
}
