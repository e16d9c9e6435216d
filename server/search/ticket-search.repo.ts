import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Department } from '#shared/model/department.ts';
import { assigneeIdOf, type SearchContext } from '#shared/model/search-filter.ts';
import { momentMs, type SearchFilter, type SearchQuery } from '#shared/model/search-query.ts';
import type { TextConditions, TextSearch } from '../database/dialects/text-search.ts';
import type { Db } from '../database/handles.ts';

/** The newest tickets with the words that are looked at, and how many of those that fit are ranked. */
const scanLimit = 20_000;
const rankLimit = 1_000;

/** Whose tickets are searched: everybody's, or those of one agent and, if they may take them, of a queue. */
export type SearchScope = { kind: 'all' } | { kind: 'agent'; userId: number; queue: Department | null };

export interface SearchPage {
  limit: number;
  offset: number;
}

export interface FoundTickets {
  /** The best first; without words, the newest first. */
  ids: number[];
  hasMore: boolean;
  /** False when there were so many tickets with the words that only the newest were looked through. */
  isComplete: boolean;
}

/** The words and what else stands in the full-text index. */
function textConditionsOf({ terms, filters }: SearchQuery): TextConditions {
  return {
    terms,
    tags: filters.filter((filter) => filter.field === 'tag'),
    requesters: filters.filter((filter) => filter.field === 'requester'),
  };
}

const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`;

function assigneeCondition(ids: readonly (number | null)[]): RawBuilder<SqlBool> {
  const named = ids.filter((id) => id !== null && id !== 0);
  const isNobody = ids.includes(0) ? sql<SqlBool>`ticket.assignee_id IS NULL` : sql<SqlBool>`0 = 1`;
  if (named.length === 0) return isNobody;
  return sql<SqlBool>`(${isNobody} OR EXISTS (SELECT 1 FROM ticket_assignee
    WHERE ticket_assignee.ticket_id = ticket.id AND ticket_assignee.user_id IN (${sql.join(named)})))`;
}

/** The filter as a condition on the ticket's columns; null for what the full-text index answers. */
function conditionOf(filter: SearchFilter, context: SearchContext): RawBuilder<SqlBool> | null {
  switch (filter.field) {
    case 'status':
    case 'priority':
    case 'category':
    case 'source':
      return sql<SqlBool>`${sql.ref(`ticket.${filter.field}`)} IN (${sql.join(filter.values)})`;
    case 'assignee':
      return assigneeCondition(filter.values.map((ref) => assigneeIdOf(ref, context)));
    case 'before':
      return sql<SqlBool>`ticket.created_at < ${momentMs(filter.moment, context.now)}`;
    case 'after':
      return sql<SqlBool>`ticket.created_at >= ${momentMs(filter.moment, context.now)}`;
    case 'tag':
    case 'requester':
      return null;
  }
}

function scopeCondition(scope: SearchScope): RawBuilder<SqlBool> {
  if (scope.kind === 'all') return sql<SqlBool>`1 = 1`;
  const own = assigneeCondition([scope.userId]);
  if (scope.queue === null) return own;
  return sql<SqlBool>`(${own} OR (ticket.assignee_id IS NULL AND ticket.category = ${scope.queue}))`;
}

function whereOf(
  query: SearchQuery,
  context: SearchContext,
  search: TextSearch,
  scope: SearchScope,
): RawBuilder<SqlBool> {
  const conditions = query.filters.flatMap((filter) => {
    const condition = conditionOf(filter, context);
    if (condition === null) return [];
    return [filter.isExcluded ? sql<SqlBool>`NOT ${condition}` : condition];
  });
  const unwanted = search.without(textConditionsOf(query));
  return all([
    sql<SqlBool>`ticket.deleted_at IS NULL`,
    scopeCondition(scope),
    ...conditions,
    ...(unwanted === null ? [] : [unwanted]),
  ]);
}

/** Tickets that fit the query, the best first. */
export async function findTickets(
  db: Db,
  search: TextSearch,
  query: SearchQuery,
  { context, scope, page }: { context: SearchContext; scope: SearchScope; page: SearchPage },
): Promise<FoundTickets> {
  const { limit, offset } = page;
  const where = whereOf(query, context, search, scope);
  const conditions = textConditionsOf(query);
  const ranked = search.ranked({ conditions, where, scanLimit, rankLimit });
  if (ranked === null) {
    const rows = await db
      .selectFrom('ticket')
      .select('ticket.id')
      .where(where)
      .orderBy('ticket.created_at', 'desc')
      .orderBy('ticket.id', 'desc')
      .limit(limit + 1)
      .offset(offset)
      .execute();
    return { ids: rows.slice(0, limit).map(({ id }) => id), hasMore: rows.length > limit, isComplete: true };
  }
  const rows = await db
    .selectFrom(ranked.as('found'))
    .select('found.id')
    .orderBy('found.score')
    .orderBy('found.id', 'desc')
    .execute();
  const isComplete = rows.length < rankLimit && (await countMatching(db, search, conditions)) < scanLimit;
  const ids = rows.slice(offset, offset + limit).map(({ id }) => id);
  return { ids, hasMore: rows.length > offset + limit, isComplete };
}

async function countMatching(db: Db, search: TextSearch, conditions: TextConditions): Promise<number> {
  const matching = search.matching(conditions, scanLimit);
  if (matching === null) return 0;
  const { found } = await db
    .selectFrom(matching.as('matching'))
    .select((eb) => eb.fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow();
  return found;
}

/** A stretch of tickets on the way from the newest to the oldest. */
export interface WalkedTickets {
  ids: number[];
  /** Where the next stretch begins; null after the last. */
  before: number | null;
}

/** The tickets that fit, stretch by stretch, however many they are; a stretch may be empty. The newest first. */
export async function walkTickets(
  db: Db,
  search: TextSearch,
  query: SearchQuery,
  {
    context,
    scope,
    before,
    limit,
  }: { context: SearchContext; scope: SearchScope; before: number; limit: number },
): Promise<WalkedTickets> {
  const where = whereOf(query, context, search, scope);
  const matching = search.matching(textConditionsOf(query), limit, before);
  const fitting = db.selectFrom('ticket').select('ticket.id').where(where).orderBy('ticket.id', 'desc');
  if (matching === null) {
    const rows = await fitting.where('ticket.id', '<', before).limit(limit).execute();
    const ids = rows.map(({ id }) => id);
    return { ids, before: ids.length < limit ? null : (ids.at(-1) ?? null) };
  }
  const looked = await db.selectFrom(matching.as('matching')).select('matching.id').execute();
  const lookedIds = looked.map(({ id }) => id);
  const rows = lookedIds.length === 0 ? [] : await fitting.where('ticket.id', 'in', lookedIds).execute();
  const last = lookedIds.length < limit ? null : Math.min(...lookedIds);
  return { ids: rows.map(({ id }) => id), before: last };
}
