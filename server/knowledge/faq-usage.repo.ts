import type { Db } from '../database/handles.ts';

/** The query itself, so that tests can look at its plan. */
export function usageQuery(db: Db, since: number) {
  return db
    .selectFrom('chat_log')
    .select((eb) => [
      'faq_id',
      eb.fn.countAll<number>().as('answers'),
      eb.fn.max<number>('created_at').as('answered_at'),
      eb.fn.sum<number>('escalated').as('escalated'),
    ])
    .where('faq_id', 'is not', null)
    .where('created_at', '>=', since)
    .groupBy('faq_id');
}

export interface FaqUsage {
  answers: number;
  /** Ms UTC. */
  answered_at: number | null;
  escalated: number;
}

/** How often the bot answered with each entry since then. */
export async function readUsage(db: Db, since: number): Promise<Map<number, FaqUsage>> {
  const rows = await usageQuery(db, since).execute();
  return new Map(rows.flatMap(({ faq_id, ...usage }) => (faq_id === null ? [] : [[faq_id, usage]])));
}
