import { sql, type Insertable, type Selectable } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { ChatLogTable } from '../database/channel-tables.ts';

/** What somebody asked the bot and what it said. */
export type ChatTurn = Selectable<ChatLogTable>;

export interface ChatLogFilter {
  sessionId?: string | undefined;
  isEscalated?: boolean | undefined;
  limit: number;
}

export interface ChatFigures {
  total: number;
  escalated: number;
  /** Null when nothing was asked yet. */
  meanConfidence: number | null;
}

const columns = [
  'id',
  'session_id',
  'user_id',
  'query',
  'response',
  'confidence',
  'faq_id',
  'escalated',
  'ticket_id',
  'response_time_ms',
  'answered_by',
  'created_at',
] as const;

export async function insertTurn(tx: Tx, turn: Insertable<ChatLogTable>): Promise<ChatTurn> {
  return tx.sql.insertInto('chat_log').values(turn).returning(columns).executeTakeFirstOrThrow();
}

/** Newest first. */
export async function listTurns(
  db: Db,
  { sessionId, isEscalated, limit }: ChatLogFilter,
): Promise<ChatTurn[]> {
  let query = db.selectFrom('chat_log').select(columns);
  if (sessionId !== undefined) query = query.where('session_id', '=', sessionId);
  if (isEscalated === true) query = query.where('escalated', '=', 1);
  return query.orderBy('id', 'desc').limit(limit).execute();
}

/** What was said in the session since its last ticket, oldest first; of a long one, the end. */
export async function listTurnsToHandOver(db: Db, sessionId: string, limit: number): Promise<ChatTurn[]> {
  const handedOver = db
    .selectFrom('chat_log')
    .select((eb) => eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)).as('last'))
    .where('session_id', '=', sessionId)
    .where('ticket_id', 'is not', null);
  const newest = await db
    .selectFrom('chat_log')
    .select(columns)
    .where('session_id', '=', sessionId)
    .where('id', '>', handedOver)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return newest.toReversed();
}

export async function readChatFigures(db: Db): Promise<ChatFigures> {
  return db
    .selectFrom('chat_log')
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn.coalesce(eb.fn.sum<number>('escalated'), eb.lit(0)).as('escalated'),
      eb.fn.avg<number | null>('confidence').as('meanConfidence'),
    ])
    .executeTakeFirstOrThrow();
}

/** What was asked most often, however it was capitalised. */
export async function listCommonQueries(db: Db, limit: number): Promise<{ query: string; count: number }[]> {
  return db
    .selectFrom('chat_log')
    .select((eb) => [eb.fn.max('query').as('query'), eb.fn.countAll<number>().as('count')])
    .groupBy(sql`lower(query)`)
    .orderBy('count', 'desc')
    .orderBy('query')
    .limit(limit)
    .execute();
}
