import { sql, type SqlBool } from 'kysely';
import { conditionsBehind, type FigureScope, type Grouping } from '#shared/protocol/admin/figures.ts';
import type { Db } from '../database/handles.ts';
import { endedAt, matchesConditions, slaConditions } from './ticket-conditions.repo.ts';

/** What figures are told apart by; everything is one group when null. */
export type By = Grouping | null;

const keyBy = {
  agent: sql<string>`cast(coalesce(ticket.assignee_id, 0) as text)`,
  category: sql<string>`ticket.category`,
  channel: sql<string>`ticket.source`,
};

const keyOf = (by: By) => (by === null ? sql<string>`''` : keyBy[by]);

const countIf = (condition: ReturnType<typeof sql<SqlBool>>) =>
  sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;

/** What came in the span: how many, and how that went by what was promised. */
export function cameQuery(db: Db, scope: FigureScope, by: By, now: number) {
  const { response, resolution } = slaConditions(now);
  const key = keyOf(by);
  return db
    .selectFrom('ticket')
    .select((eb) => [
      key.as('key'),
      eb.fn.countAll<number>().as('created'),
      countIf(response.met).as('response_met'),
      countIf(response.missed).as('response_missed'),
      countIf(response.pending).as('response_pending'),
      countIf(resolution.met).as('resolution_met'),
      countIf(resolution.missed).as('resolution_missed'),
      countIf(resolution.pending).as('resolution_pending'),
    ])
    .where(matchesConditions(conditionsBehind('created', partOf(scope)), now))
    .groupBy(key);
}

/** What ended in the span. */
export function endedQuery(db: Db, scope: FigureScope, by: By, now: number) {
  const key = keyOf(by);
  return db
    .selectFrom('ticket')
    .select((eb) => [key.as('key'), eb.fn.countAll<number>().as('ended')])
    .where(matchesConditions(conditionsBehind('ended', partOf(scope)), now))
    .groupBy(key);
}

/**
 * The nearest-rank percentiles of how long it took to the first answer (of what came in the span) or to the end (of what
 * ended in it). Ranks are counted in whole numbers, so that no rounding decides between two tickets.
 */
export function percentilesQuery(
  db: Db,
  what: 'response' | 'resolution',
  scope: FigureScope,
  by: By,
  now: number,
) {
  const isResponse = what === 'response';
  const conditions = conditionsBehind(isResponse ? 'answered' : 'ended', partOf(scope));
  const took = isResponse
    ? sql<number>`ticket.first_responded_at - ticket.created_at`
    : sql<number>`${endedAt} - ticket.created_at`;
  const key = keyOf(by);
  const ranked = db
    .selectFrom('ticket')
    .select([
      key.as('key'),
      took.as('took'),
      sql<number>`row_number() over (partition by ${key} order by ${took})`.as('rank'),
      sql<number>`count(*) over (partition by ${key})`.as('tickets'),
    ])
    .where(matchesConditions(conditions, now));
  const percentile = (percent: number) =>
    sql<number | null>`min(case when rank * 100 >= ${percent} * tickets then took end)`;
  return db
    .selectFrom(ranked.as('ranked'))
    .select((eb) => [
      'key',
      eb.fn.countAll<number>().as('count'),
      percentile(50).as('p50'),
      percentile(90).as('p90'),
      percentile(95).as('p95'),
    ])
    .groupBy('key');
}

/** What customers said in the span. */
export function ratingsQuery(db: Db, scope: FigureScope, by: By, now: number) {
  const { from, before, zone: _, ...part } = scope;
  const key = keyOf(by);
  return db
    .selectFrom('feedback')
    .innerJoin('ticket', 'ticket.id', 'feedback.ticket_id')
    .select((eb) => [key.as('key'), 'feedback.rating', eb.fn.countAll<number>().as('count')])
    .where('feedback.created_at', '>=', from)
    .where('feedback.created_at', '<', before)
    .where(matchesConditions(part, now))
    .groupBy([key, 'feedback.rating']);
}

export interface CountedDay {
  from_at: number;
  before_at: number;
  created: number;
  ended: number;
}

/** How many came and how many ended in each of these stretches of time. */
export async function countDays(
  db: Db,
  stretches: readonly { from: number; before: number }[],
  part: Omit<FigureScope, 'from' | 'before' | 'zone'>,
  now: number,
): Promise<CountedDay[]> {
  const { rows } = await daysQuery(stretches, part, now).execute(db as never);
  return rows;
}

/** The query itself, so that tests can look at its plan. */
export function daysQuery(
  stretches: readonly { from: number; before: number }[],
  part: Omit<FigureScope, 'from' | 'before' | 'zone'>,
  now: number,
) {
  const rows = stretches.map(({ from, before }) => sql`(${from}, ${before})`);
  const matches = matchesConditions(part, now);
  return sql<CountedDay>`
    with day (from_at, before_at) as (values ${sql.join(rows)})
    select from_at, before_at,
      (select count(*) from ticket where ${matches} and ticket.created_at >= from_at
        and ticket.created_at < before_at) as created,
      (select count(*) from ticket where ${matches} and ${endedAt} >= from_at
        and ${endedAt} < before_at) as ended
    from day`;
}

/** How many tickets match. */
export async function countMatching(
  db: Db,
  conditions: Parameters<typeof matchesConditions>[0],
  now: number,
): Promise<number> {
  const { tickets } = await db
    .selectFrom('ticket')
    .select((eb) => eb.fn.countAll<number>().as('tickets'))
    .where(matchesConditions(conditions, now))
    .executeTakeFirstOrThrow();
  return tickets;
}

/** A scope without its time zone, which decides about days alone. */
function partOf({ zone: _, ...scope }: FigureScope): Omit<FigureScope, 'zone'> {
  return scope;
}
