import type { Db } from '../database/handles.ts';

/** What happened to a ticket and who did it, newest first; a note's text comes with it. */
export function listHistory(db: Db, ticketId: number) {
  return db
    .selectFrom('activity')
    .leftJoin('user as actor', 'actor.id', 'activity.actor_id')
    .leftJoin('message as note', 'note.uid', 'activity.message_uid')
    .select([
      'activity.id',
      'activity.kind',
      'activity.from_value',
      'activity.to_value',
      'activity.data',
      'activity.message_uid',
      'activity.created_at',
      'activity.actor_id',
      'actor.username as actor_username',
      'actor.full_name as actor_full_name',
      'actor.role as actor_role',
      'note.text as note_text',
    ])
    .where('activity.ticket_id', '=', ticketId)
    .orderBy('activity.id', 'desc')
    .execute();
}

export type HistoryEntry = Awaited<ReturnType<typeof listHistory>>[number];

/** The id of the ticket that people call by this code. */
export async function findTicketIdByCode(db: Db, code: string): Promise<number | null> {
  const row = await db
    .selectFrom('ticket')
    .select('id')
    .where('code', '=', code)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
