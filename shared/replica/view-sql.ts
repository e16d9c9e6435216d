import { sql, type RawBuilder } from 'kysely';
import { openStatuses } from '../model/status.ts';
import type { TicketRow } from '../model/ticket.ts';
import { wholeConditions, type ViewCondition, type ViewFilter, type ViewSort } from '../model/view-filter.ts';
import { nothingDue, type ViewReader } from '../model/view-meaning.ts';
import { matchOf } from './search-match.ts';
import type { ReplicaDb } from './tables.ts';

type Test = RawBuilder<boolean>;
type PersonCondition = Extract<
  ViewCondition,
  { field: 'assignee' | 'assignees' | 'follower' | 'mentioned' | 'requester_id' }
>;
type TextCondition = Extract<ViewCondition, { value: string }>;
type TimeCondition = Extract<
  ViewCondition,
  { is: 'before' | 'after' | 'within' | 'beyond' | 'set' | 'unset' }
>;
type FlagCondition = Extract<ViewCondition, { is: boolean }>;

const list = (values: readonly unknown[]): RawBuilder<unknown> => sql.join(values);
/** What is unknown does not hold, and its opposite does. */
const not = (test: Test): Test => sql`NOT coalesce(${test}, 0)`;
const isOf = (isWanted: boolean, test: Test): Test => (isWanted ? test : not(test));
const anyOf = (tests: readonly Test[]): Test => sql`(${sql.join([...tests], sql` OR `)})`;

/** Whether a JSON list holds one of the values. */
const hasOne = (column: string, values: readonly unknown[]): Test =>
  sql`EXISTS (SELECT 1 FROM json_each(${sql.ref(column)}) WHERE value IN (${list(values)}))`;

const emptyList = '[]';

/** Both halves of the message view, by their own small indexes. */
const mentions = (test: Test): Test => sql`ticket_view.uid IN (
  SELECT ticket_uid FROM message WHERE mentioned_ids <> '[]' AND ${test}
  UNION ALL SELECT ticket_uid FROM message_overlay WHERE mentioned_ids <> '[]' AND ${test})`;

function personTest({ field, values }: PersonCondition, userId: number): Test {
  const ids = values.filter((value) => value !== 'nobody').map((value) => (value === 'me' ? userId : value));
  const tests: Test[] = [];
  const wantsNobody = values.includes('nobody');
  switch (field) {
    case 'assignee':
    case 'requester_id': {
      const column = sql.ref(field === 'assignee' ? 'assignee_id' : 'requester_id');
      if (ids.length > 0) tests.push(sql`${column} IN (${list(ids)})`);
      if (wantsNobody) tests.push(sql`${column} IS NULL`);
      break;
    }
    case 'assignees':
    case 'follower': {
      const column = field === 'assignees' ? 'assignee_ids' : 'follower_ids';
      const filled = sql<boolean>`${sql.ref(column)} <> '[]'`;
      if (ids.length > 0) tests.push(sql`(${filled} AND ${hasOne(column, ids)})`);
      if (wantsNobody) tests.push(sql`${sql.ref(column)} = ${emptyList}`);
      break;
    }
    case 'mentioned':
      if (ids.length > 0) tests.push(mentions(hasOne('mentioned_ids', ids)));
      if (wantsNobody) tests.push(not(mentions(sql`1`)));
  }
  return anyOf(tests);
}

/** By the search index, which knows what the agent sees. */
function textTest({ field, value }: TextCondition): Test {
  const match = matchOf(value);
  // A value without a word is in every text.
  if (match === null) return sql`1`;
  const column = field === 'anywhere' ? match : `${field} : (${match})`;
  return sql`ticket_view.uid IN (SELECT uid FROM search_ticket WHERE doc IN (
    SELECT rowid FROM ticket_search WHERE ticket_search MATCH ${column}))`;
}

function timeTest(condition: TimeCondition, now: number): Test {
  const column = sql.ref(condition.field);
  switch (condition.is) {
    case 'set':
      return sql`${column} IS NOT NULL`;
    case 'unset':
      return sql`${column} IS NULL`;
    case 'before':
      return sql`${column} < ${condition.value}`;
    case 'after':
      return sql`${column} > ${condition.value}`;
    case 'within':
      return sql`${column} BETWEEN ${now - condition.value} AND ${now + condition.value}`;
    case 'beyond':
      return sql`${column} < ${now - condition.value}`;
  }
}

/** As `isMissed` in model/breach.ts: of what was done the first, or now, is later than it was due. */
const missed = (due: string, done: readonly string[], now: number): Test => {
  const first = done.map((column) => sql`coalesce(${sql.ref(column)}, ${nothingDue})`);
  const firstDone = first.length === 1 ? sql`${first[0]}` : sql`min(${sql.join([...first])})`;
  return sql`(CASE WHEN ${firstDone} = ${nothingDue} THEN ${now} ELSE ${firstDone} END) > ${sql.ref(due)}`;
};

function flagTest({ field }: FlagCondition, now: number): Test {
  switch (field) {
    case 'is_snoozed':
      return sql`snoozed_until > ${now}`;
    case 'is_merged':
      return sql`merged_into_uid IS NOT NULL`;
    case 'is_split':
      return sql`split_from_uid IS NOT NULL`;
    case 'is_response_breached':
      return missed('response_due_at', ['first_responded_at', 'started_at', 'resolved_at', 'closed_at'], now);
    case 'is_resolution_breached':
      return missed('resolution_due_at', ['resolved_at', 'closed_at'], now);
    case 'is_auto_assigned':
      return sql`auto_assigned = 1`;
  }
}

function tagsTest({ is, values }: Extract<ViewCondition, { field: 'tags' }>): Test {
  if (is !== 'all_of') return isOf(is === 'any_of', hasOne('tags', values));
  return sql`(${sql.join(
    values.map((value) => hasOne('tags', [value])),
    sql` AND `,
  )})`;
}

function testOf(condition: ViewCondition, { userId, now }: ViewReader): Test {
  switch (condition.field) {
    case 'status':
    case 'priority':
    case 'category':
    case 'source':
    case 'last_message_sender':
    case 'merchant_id':
      return isOf(condition.is === 'any_of', sql`${sql.ref(condition.field)} IN (${list(condition.values)})`);
    case 'assignee':
    case 'assignees':
    case 'follower':
    case 'mentioned':
    case 'requester_id':
      return isOf(condition.is === 'any_of', personTest(condition, userId));
    case 'tags':
      return tagsTest(condition);
    case 'anywhere':
    case 'subject':
    case 'requester':
    case 'description':
    case 'conversation':
      return isOf(condition.is === 'contains', textTest(condition));
    case 'is_snoozed':
    case 'is_merged':
    case 'is_split':
    case 'is_response_breached':
    case 'is_resolution_breached':
    case 'is_auto_assigned':
      return isOf(condition.is, flagTest(condition, now));
    default:
      return timeTest(condition, now);
  }
}

/** The tickets of a view, of what the agent sees (predictions too) or of other rows of this shape. */
export function selectView(
  db: ReplicaDb,
  filter: ViewFilter,
  reader: ViewReader,
  rows: RawBuilder<TicketRow> = sql`ticket_view`,
) {
  let query = db.selectFrom(rows.as('ticket_view'));
  for (const condition of wholeConditions(filter)) query = query.where(testOf(condition, reader));
  return query;
}

/** `sortKeyOf` (model/view-meaning.ts) as SQL; a plain column where an index has its order. */
export function sortKeySql(sort: ViewSort): RawBuilder<number> {
  switch (sort) {
    case 'updated':
      return sql`updated_at`;
    case 'created':
      return sql`created_at`;
    case 'sla_risk': {
      const open = list(openStatuses);
      return sql`-min(
        coalesce(CASE WHEN first_responded_at IS NULL AND status IN (${open}) THEN response_due_at END, ${nothingDue}),
        coalesce(CASE WHEN resolved_at IS NULL AND closed_at IS NULL THEN resolution_due_at END, ${nothingDue}))`;
    }
  }
}
