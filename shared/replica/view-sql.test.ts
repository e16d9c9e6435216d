import BetterSqlite3 from 'better-sqlite3';
import * as fc from 'fast-check';
import { SqliteDialect } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { departments } from '../model/department.ts';
import { priorities } from '../model/priority.ts';
import { statuses } from '../model/status.ts';
import { sources, type TicketRow } from '../model/ticket.ts';
import { viewFilterById, viewIds } from '../model/view.ts';
import {
  viewFilterSchema,
  viewFlags,
  viewSorts,
  viewTextFields,
  viewTimeFields,
  type ViewCondition,
  type ViewFilter,
} from '../model/view-filter.ts';
import { isInView, sortKeyOf, type ViewedTicket } from '../model/view-meaning.ts';
import { openReplicaDatabase } from './replica-database.ts';
import { indexDue } from './search-index.ts';
import { messageRow, ticketRow } from './test-rows.ts';
import type { ReplicaDb } from './tables.ts';
import { countView, listView, nextWakeUp } from './view-queries.ts';

const now = 1_000_000;
const me = 5;
const reader = { userId: me, now };

let db: ReplicaDb;

beforeEach(async () => {
  const database = new BetterSqlite3(':memory:');
  db = await openReplicaDatabase({
    openReplica: () => Promise.resolve(new SqliteDialect({ database })),
    deleteReplica: () => Promise.resolve(),
    log: () => undefined,
  });
});

afterEach(() => db.destroy());

async function hold(viewed: readonly ViewedTicket[]): Promise<void> {
  for (const table of ['message', 'message_overlay', 'ticket', 'ticket_overlay'] as const) {
    await db.deleteFrom(table).execute();
  }
  for (const [index, { ticket, messages }] of viewed.entries()) {
    // Every third ticket is predicted over an older row: views show the prediction.
    const stale = { ...ticket, subject: 'Stale', status: 'cancelled' as const, snoozed_until: null };
    const isPredicted = index % 3 === 2;
    await db
      .insertInto('ticket')
      .values({ ...(isPredicted ? stale : ticket), aud: 'all' })
      .execute();
    if (isPredicted) await db.insertInto('ticket_overlay').values(ticket).execute();
    const rows = messages.map((message, at) =>
      messageRow(index * 100 + at, ticket.id ?? 0, message.text, message),
    );
    const [first, ...rest] = rows;
    if (first !== undefined) await db.insertInto('message').values(first).execute();
    if (rest.length > 0) await db.insertInto('message_overlay').values(rest).execute();
  }
  while (await indexDue(db));
}

const words = ['refund', 'card', 'café', 'Карта', 'late'] as const;
const tags = ['vip', 'bug', 'late'] as const;
const person = fc.integer({ min: 4, max: 7 });
const moment = fc.option(fc.integer({ min: now - 3, max: now + 3 }));
const idList = fc.uniqueArray(person, { maxLength: 2 }).map((ids) => JSON.stringify(ids));
const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((list) => list.join(' '));

const drawnTicket = fc.record<ViewedTicket & { row: Partial<TicketRow> }>({
  row: fc.record({
    status: fc.constantFrom(...statuses),
    priority: fc.constantFrom(...priorities),
    category: fc.constantFrom(...departments),
    source: fc.constantFrom(...sources),
    tags: fc.subarray([...tags]).map((list) => JSON.stringify(list)),
    subject: phrase,
    description: phrase,
    requester_name: fc.option(fc.constantFrom('Jane Cooper', 'Robin Hale')),
    requester_id: fc.option(person),
    merchant_id: fc.option(fc.constantFrom('m1', 'm2')),
    assignee_id: fc.option(person),
    assignee_ids: idList,
    follower_ids: idList,
    last_message_sender: fc.option(fc.constantFrom('user', 'operator')),
    auto_assigned: fc.constantFrom(0, 1),
    merged_into_uid: fc.option(fc.constant('other'), { freq: 1 }),
    split_from_uid: fc.option(fc.constant('other')),
    created_at: fc.integer({ min: now - 3, max: now }),
    updated_at: fc.integer({ min: now - 3, max: now }),
    ...Object.fromEntries(
      [...viewTimeFields, 'started_at']
        .filter((name) => !/^(created|updated)/.test(name))
        .map((name) => [name, moment]),
    ),
  }) as fc.Arbitrary<Partial<TicketRow>>,
  ticket: fc.constant(ticketRow(1)),
  messages: fc.array(fc.record({ text: phrase, mentioned_ids: idList }), { maxLength: 2 }),
});
const drawnTickets = fc
  .array(drawnTicket, { minLength: 6, maxLength: 12 })
  .map((list) =>
    list.map(({ row, messages }, index): ViewedTicket => ({ ticket: ticketRow(index + 1, row), messages })),
  );

const either = fc.constantFrom('any_of', 'none_of');
const someOf = <Value>(...values: Value[]) => fc.subarray(values, { minLength: 1 });
const people = fc.uniqueArray(fc.oneof(person, fc.constantFrom('me', 'nobody')), {
  minLength: 1,
  maxLength: 3,
});
const condition = fc.oneof(
  fc.record({ field: fc.constant('status'), is: either, values: someOf(...statuses) }),
  fc.record({ field: fc.constant('priority'), is: either, values: someOf(...priorities) }),
  fc.record({ field: fc.constant('last_message_sender'), is: either, values: someOf('user', 'operator') }),
  fc.record({ field: fc.constant('merchant_id'), is: either, values: someOf('m1', 'm3') }),
  fc.record({
    field: fc.constantFrom('assignee', 'assignees', 'follower', 'mentioned', 'requester_id'),
    is: either,
    values: people,
  }),
  fc.record({
    field: fc.constant('tags'),
    is: fc.constantFrom('any_of', 'all_of', 'none_of'),
    values: someOf(...tags),
  }),
  fc.record({
    field: fc.constantFrom(...viewTextFields),
    is: fc.constantFrom('contains', 'lacks'),
    value: fc.oneof(phrase, fc.constantFrom('ref', 'cafe', 'КАР', 'jane', 'card re')),
  }),
  fc.record({
    field: fc.constantFrom(...viewTimeFields),
    is: fc.constantFrom('before', 'after'),
    value: fc.integer({ min: now - 3, max: now + 3 }),
  }),
  fc.record({
    field: fc.constantFrom(...viewTimeFields),
    is: fc.constantFrom('within', 'beyond'),
    value: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ field: fc.constantFrom(...viewTimeFields), is: fc.constantFrom('set', 'unset') }),
  fc.record({ field: fc.constantFrom(...viewFlags), is: fc.boolean() }),
) as fc.Arbitrary<ViewCondition>;
const drawnFilter: fc.Arbitrary<ViewFilter> = fc.record({
  conditions: fc.array(condition, { maxLength: 3 }),
  sort: fc.constantFrom(...viewSorts),
});

/** What the pure meaning makes of a view, in its order. */
function expected(filter: ViewFilter, viewed: readonly ViewedTicket[]): string[] {
  return viewed
    .filter((one) => isInView(filter, one, reader))
    .map(({ ticket }) => ({ key: sortKeyOf(filter.sort, ticket), uid: ticket.uid }))
    .toSorted((a, b) => b.key - a.key || (a.uid < b.uid ? 1 : -1))
    .map(({ uid }) => uid);
}

test('a view as SQL shows what its filter means, in its order, page by page', async () => {
  await fc.assert(
    fc.asyncProperty(
      drawnTickets,
      fc.array(drawnFilter, { minLength: 20, maxLength: 20 }),
      async (viewed, filters) => {
        await hold(viewed);
        for (const filter of [...filters, ...viewIds.map((id) => viewFilterById[id])]) {
          expect(viewFilterSchema.parse(filter)).toEqual(filter);
          const shown = expected(filter, viewed);
          const found: string[] = [];
          let after = null;
          do {
            const page = await listView(db, filter, reader, { after, limit: 2 });
            found.push(...page.rows.map(({ uid }) => uid));
            after = page.next;
          } while (after !== null);
          expect(found, JSON.stringify(filter)).toEqual(shown);
          expect(await countView(db, filter, reader)).toBe(shown.length);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the next end of a snooze is found among what is shown', async () => {
  const snoozed = (id: number, until: number | null): ViewedTicket => ({
    ticket: ticketRow(id, { snoozed_until: until }),
    messages: [],
  });
  await hold([snoozed(1, now - 1), snoozed(2, now + 9), snoozed(3, now + 4), snoozed(4, null)]);
  expect(await nextWakeUp(db, now)).toBe(now + 4);
  expect(await nextWakeUp(db, now + 9)).toBeNull();
});
