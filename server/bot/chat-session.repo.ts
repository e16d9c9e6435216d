import type { Insertable, Selectable } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { ChatSessionTable } from '../database/channel-tables.ts';

export type ChatSession = Selectable<ChatSessionTable>;

export async function findChatSession(db: Db, id: string): Promise<ChatSession | null> {
  const row = await db
    .selectFrom('chat_session')
    .select([
      'id',
      'user_id',
      'channel',
      'address',
      'ticket_id',
      'state',
      'misses',
      'language',
      'created_at',
      'updated_at',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Stores the session as it is now. */
export async function saveChatSession(tx: Tx, session: Insertable<ChatSessionTable>): Promise<void> {
  const { ticket_id, state, misses, updated_at } = session;
  await tx.sql
    .insertInto('chat_session')
    .values(session)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ticket_id, state, misses, updated_at }))
    .execute();
}
