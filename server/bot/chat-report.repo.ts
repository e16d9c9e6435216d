import { sql } from 'kysely';
import type { Db } from '../database/handles.ts';

export interface ReportFigures {
  queries: number;
  conversations: number;
  escalated: number;
  /** Null when nothing was asked. */
  meanConfidence: number | null;
  meanResponseMs: number | null;
}

export async function readReportFigures(db: Db, since: number): Promise<ReportFigures> {
  return db
    .selectFrom('chat_log')
    .select((eb) => [
      eb.fn.countAll<number>().as('queries'),
      eb.fn.count<number>('session_id').distinct().as('conversations'),
      eb.fn.coalesce(eb.fn.sum<number>('escalated'), eb.lit(0)).as('escalated'),
      eb.fn.avg<number | null>('confidence').as('meanConfidence'),
      eb.fn.avg<number | null>('response_time_ms').as('meanResponseMs'),
    ])
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow();
}

const dayMs = 86_400_000;

/** Whole UTC days with anything in them, the oldest first. */
export async function countByDay(
  db: Db,
  since: number,
): Promise<{ day: string; queries: number; escalated: number }[]> {
  const rows = await db
    .selectFrom('chat_log')
    .select((eb) => [
      sql<number>`created_at / ${sql.lit(dayMs)}`.as('dayNumber'),
      eb.fn.countAll<number>().as('queries'),
      eb.fn.sum<number>('escalated').as('escalated'),
    ])
    .where('created_at', '>=', since)
    .groupBy('dayNumber')
    .orderBy('dayNumber')
    .execute();
  return rows.map(({ dayNumber, queries, escalated }) => ({
    day: new Date(dayNumber * dayMs).toISOString().slice(0, 10),
    queries,
    escalated,
  }));
}

export function countByChannel(db: Db, since: number) {
  return db
    .selectFrom('chat_log')
    .innerJoin('chat_session', 'chat_session.id', 'chat_log.session_id')
    .select((eb) => [
      'chat_session.channel',
      eb.fn.countAll<number>().as('queries'),
      eb.fn.count<number>('chat_log.session_id').distinct().as('conversations'),
      eb.fn.sum<number>('chat_log.escalated').as('escalated'),
    ])
    .where('chat_log.created_at', '>=', since)
    .groupBy('chat_session.channel')
    .orderBy('chat_session.channel')
    .execute();
}

/** Turns of before this was kept count as answered by nobody. */
export function countBySource(db: Db, since: number) {
  return db
    .selectFrom('chat_log')
    .select((eb) => [
      eb.fn.coalesce('answered_by', sql.lit('nobody')).as('answered_by'),
      eb.fn.countAll<number>().as('queries'),
    ])
    .where('created_at', '>=', since)
    .groupBy(sql`coalesce(answered_by, 'nobody')`)
    .orderBy('queries', 'desc')
    .execute();
}

export function listTopAnswers(db: Db, since: number, limit: number) {
  return db
    .selectFrom('chat_log')
    .innerJoin('faq', 'faq.id', 'chat_log.faq_id')
    .select((eb) => ['faq.id as faq_id', 'faq.question', eb.fn.countAll<number>().as('times')])
    .where('chat_log.created_at', '>=', since)
    .groupBy(['faq.id', 'faq.question'])
    .orderBy('times', 'desc')
    .orderBy('faq.id')
    .limit(limit)
    .execute();
}

/** However they were capitalised. What was no question has a full confidence. */
export function listUnanswered(db: Db, since: number, { below, limit }: { below: number; limit: number }) {
  return db
    .selectFrom('chat_log')
    .select((eb) => [eb.fn.max('query').as('query'), eb.fn.countAll<number>().as('times')])
    .where('created_at', '>=', since)
    .where('faq_id', 'is', null)
    .where('confidence', '<', below)
    .groupBy(sql`lower(query)`)
    .orderBy('times', 'desc')
    .orderBy('query')
    .limit(limit)
    .execute();
}
