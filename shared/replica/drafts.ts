import { sql, type Kysely, type Transaction } from 'kysely';
import type { Draft } from '../protocol/draft.ts';
import { keepReplaced } from './draft-history.ts';
import type { OutboxSchema } from './tables.ts';

type Db = Kysely<OutboxSchema> | Transaction<OutboxSchema>;

/** What an agent is writing, before `updated_at` is known. One per ticket. */
export type DraftText = Omit<Draft, 'updated_at'>;

export async function putDraft(db: Db, userId: number, draft: DraftText, now: number): Promise<void> {
  const { mode, text, seen_reply_uid } = draft;
  await db
    .insertInto('draft')
    .values({ ...draft, user_id: userId, updated_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'ticket_uid'])
        .doUpdateSet({ mode, text, seen_reply_uid, updated_at: now }),
    )
    .execute();
}

/** Keeps what the agent is writing; an empty text removes it. What would be lost becomes an earlier draft. */
export async function replaceDraft(
  trx: Transaction<OutboxSchema>,
  userId: number,
  draft: DraftText,
  now: number,
): Promise<void> {
  const before = await findDraft(trx, userId, draft.ticket_uid);
  await keepReplaced(trx, userId, before, draft.text, now);
  if (draft.text.trim() === '') await deleteDraft(trx, userId, draft.ticket_uid);
  else await putDraft(trx, userId, draft, now);
}

async function deleteDraft(db: Db, userId: number, ticketUid: string): Promise<void> {
  await db.deleteFrom('draft').where('user_id', '=', userId).where('ticket_uid', '=', ticketUid).execute();
}

/** The draft that became this text is done with; one that says something else stays. */
export async function deleteSentDraft(
  db: Db,
  userId: number,
  ticketUid: string,
  text: string,
): Promise<void> {
  await db
    .deleteFrom('draft')
    .where('user_id', '=', userId)
    .where('ticket_uid', '=', ticketUid)
    .where(sql`trim(text)`, '=', text.trim())
    .execute();
}

export async function findDraft(db: Db, userId: number, ticketUid: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('draft')
    .select(['ticket_uid', 'mode', 'text', 'seen_reply_uid', 'updated_at'])
    .where('user_id', '=', userId)
    .where('ticket_uid', '=', ticketUid)
    .executeTakeFirst();
  return row ?? null;
}

export async function listDraftedTickets(db: Db, userId: number): Promise<Set<string>> {
  const rows = await db.selectFrom('draft').select('ticket_uid').where('user_id', '=', userId).execute();
  return new Set(rows.map((row) => row.ticket_uid));
}
