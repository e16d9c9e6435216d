import type { Selectable } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { FeedbackTable } from '../database/ticket-tables.ts';

export type Feedback = Selectable<FeedbackTable>;

export async function hasFeedback(db: Db, ticketId: number): Promise<boolean> {
  const row = await db
    .selectFrom('feedback')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertFeedback(tx: Tx, feedback: Omit<Feedback, 'id'>): Promise<Feedback> {
  const { id } = await tx.sql
    .insertInto('feedback')
    .values(feedback)
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, ...feedback };
}
