import { sql, type SqlBool } from 'kysely';
import type { Db } from '../database/handles.ts';

export interface ConversationFilter {
  channel?: string | undefined;
  state?: string | undefined;
  /** Ms UTC. */
  since?: number | undefined;
  faq_id?: number | undefined;
  asked?: string | undefined;
}

/** The last conversation of a page. */
export interface ConversationPlace {
  updatedAt: number;
  id: string;
}

/** Of a longer conversation, the end. */
const maxTurns = 200;

/** The query itself, so that tests can look at its plan. */
export function conversationsQuery(
  db: Db,
  { channel, state, since = 0, faq_id, asked }: ConversationFilter,
  { after, limit }: { after: ConversationPlace | null; limit: number },
) {
  let query = db
    .selectFrom('chat_session')
    .leftJoin('user as customer', 'customer.id', 'chat_session.user_id')
    .leftJoin('ticket', 'ticket.id', 'chat_session.ticket_id')
    .select([
      'chat_session.id',
      'chat_session.channel',
      'customer.full_name as customer_name',
      'chat_session.ticket_id',
      'ticket.uid as ticket_uid',
      'chat_session.created_at',
      'chat_session.updated_at',
    ])
    .select((eb) =>
      eb
        .selectFrom('chat_log')
        .select('chat_log.query')
        .whereRef('chat_log.session_id', '=', 'chat_session.id')
        .orderBy('chat_log.id')
        .limit(1)
        .as('first_query'),
    );
  if (channel !== undefined) query = query.where('chat_session.channel', '=', channel);
  if (state !== undefined) query = query.where('chat_session.state', '=', state);
  if (since > 0) query = query.where('chat_session.updated_at', '>=', since);
  const turns = db
    .selectFrom('chat_log')
    .select('chat_log.session_id')
    .where('chat_log.created_at', '>=', since);
  if (faq_id !== undefined)
    query = query.where('chat_session.id', 'in', turns.where('chat_log.faq_id', '=', faq_id));
  if (asked !== undefined)
    query = query.where(
      'chat_session.id',
      'in',
      turns.where(sql<SqlBool>`lower(chat_log.query) = lower(${asked})`),
    );
  if (after !== null) {
    const place = sql<SqlBool>`(chat_session.updated_at, chat_session.id) < (${after.updatedAt}, ${after.id})`;
    query = query.where(place);
  }
  return query.orderBy('chat_session.updated_at', 'desc').orderBy('chat_session.id', 'desc').limit(limit);
}

export interface TurnSummary {
  session_id: string;
  turns: number;
  lowest_confidence: number;
  escalated: number;
}

/** What was said in each of these conversations, in numbers. */
export async function summariseTurns(
  db: Db,
  sessionIds: readonly string[],
): Promise<Map<string, TurnSummary>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('chat_log')
    .select((eb) => [
      'session_id',
      eb.fn.countAll<number>().as('turns'),
      eb.fn.min<number>('confidence').as('lowest_confidence'),
      eb.fn.max<number>('escalated').as('escalated'),
    ])
    .where('session_id', 'in', sessionIds)
    .groupBy('session_id')
    .execute();
  return new Map(rows.map((row) => [row.session_id, row]));
}

/** What was said in a conversation, oldest first. */
export async function listTurnsOf(db: Db, sessionId: string) {
  const newest = await db
    .selectFrom('chat_log')
    .select([
      'id',
      'query',
      'response',
      'confidence',
      'faq_id',
      'answered_by',
      'escalated',
      'response_time_ms',
      'created_at',
    ])
    .where('session_id', '=', sessionId)
    .orderBy('id', 'desc')
    .limit(maxTurns)
    .execute();
  return newest.toReversed();
}
