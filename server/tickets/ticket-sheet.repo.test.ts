import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { listSheets, sheetsQuery, type SheetPage, type SheetScope } from './ticket-sheet.repo.ts';

const firstPage: SheetPage = { limit: 1000, offset: 0 };

function planOf(desk: TestDesk, scope: SheetScope, page: SheetPage): string {
  const { sql, parameters } = sheetsQuery(desk.services.database.db, scope, page).compile();
  const connection = new BetterSqlite3(desk.file, { readonly: true });
  try {
    const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
    return steps.map((step) => step.detail).join('\n');
  } finally {
    connection.close();
  }
}

const shapes: [string, SheetScope, Partial<SheetPage>, RegExp][] = [
  ['everything', { kind: 'all' }, {}, /ticket_created/],
  ['some statuses', { kind: 'all' }, { statuses: ['new', 'opened'] }, /ticket_status/],
  ['a customer’s own', { kind: 'requester', userId: 1 }, {}, /ticket_requester/],
  ['somebody’s work', { kind: 'assignee', userId: 1 }, {}, /ticket_assignee_user/],
  [
    'somebody’s work and what nobody has',
    { kind: 'assignee', userId: 1, withUnassigned: true },
    { statuses: ['new', 'opened'] },
    /ticket_assignee_user[^]*ticket_assignee_status/,
  ],
];

test.each(shapes)('a page of %s is found by an index', async (_name, scope, page, index) => {
  await using desk = await createTestDesk();
  const plan = planOf(desk, scope, { ...firstPage, ...page });
  expect(plan).toMatch(index);
  expect(plan).not.toMatch(/SCAN ticket(?! USING INDEX ticket_created)/);
});

test('each sees what is theirs, the newest first', async () => {
  await using desk = await createTestDesk();
  const { users, services, clock } = desk;
  const ids: number[] = [];
  for (const fields of [
    { assigneeId: users.agent.id },
    { requester: { id: users.customer.id, name: null, email: null } },
    {},
    { assigneeId: users.colleague.id },
  ]) {
    clock.advance(1000);
    ids.push((await desk.createTicket(fields)).id);
  }
  const [mine, customers, free, others] = ids;
  const { db } = services.database;
  const idsOf = async (scope: SheetScope, page: Partial<SheetPage> = {}): Promise<number[]> =>
    (await listSheets(db, scope, { ...firstPage, ...page })).map(({ id }) => id);
  expect(await idsOf({ kind: 'all' })).toEqual([others, free, customers, mine]);
  expect(await idsOf({ kind: 'all' }, { limit: 2, offset: 1 })).toEqual([free, customers]);
  expect(await idsOf({ kind: 'requester', userId: users.customer.id })).toEqual([customers]);
  expect(await idsOf({ kind: 'assignee', userId: users.agent.id })).toEqual([mine]);
  const both = { kind: 'assignee', userId: users.agent.id, withUnassigned: true } as const;
  expect(await idsOf(both, { statuses: ['new'] })).toEqual([free, customers, mine]);
  expect(await idsOf(both, { statuses: ['closed'] })).toEqual([]);
});
