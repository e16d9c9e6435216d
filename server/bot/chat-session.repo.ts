import type { Insertable, Selectable } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { ChatSessionTable } from '../database/channel-tables.ts';

export type ChatSession = Selectable<ChatSessionTable>;

const columns = [
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
] as const;

export async function findChatSession(db: Db, id: string): Promise<ChatSession | null> {
  const query = db.selectFrom('chat_session').select(columns).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** The conversation with whoever is at this address; there is one at most. */
export async function findSessionAt(db: Db, channel: string, address: string): Promise<ChatSession | null> {
  const query = db
    .selectFrom('chat_session')
    .select(columns)
    .where('channel', '=', channel)
    .where('address', '=', address);
  return (await query.executeTakeFirst()) ?? null;
}

/** Stores the session as it is now. */
export async function saveChatSession(tx: Tx, session: Insertable<ChatSessionTable>): Promise<void> {
  const { user_id, ticket_id, state, misses, language, updated_at } = session;
  const changed = { user_id, ticket_id, state, misses, language, updated_at };
  await tx.sql
    .insertInto('chat_session')
    .values(session)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
}
