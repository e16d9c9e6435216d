import { expect, test } from 'vitest';
import { planOf } from '../testing/plan-of.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import {
  countTickets,
  listTickets,
  pageQuery,
  type TicketFilter,
  type TicketPage,
} from './ticket-list.repo.ts';

const firstPage: TicketPage = { limit: 50, offset: 0 };

const after = { createdAt: 1, id: 1 };
const shapes: [string, TicketFilter, Partial<TicketPage>][] = [
  ['everything', {}, {}],
  ['the next page', {}, { after }],
  ['one category', { category: 'loan' }, {}],
  ['one category and some statuses', { category: 'loan', statuses: ['new', 'opened'] }, {}],
  ['some statuses', { statuses: ['in_progress', 'on_hold', 'waiting_user'] }, {}],
  ['some statuses, the next page', { statuses: ['new', 'opened'] }, { after }],
  ['one assignee', { assigneeId: 1 }, {}],
  ['one assignee and status', { assigneeId: 1, statuses: ['closed'] }, {}],
  ['nobody’s', { isUnassigned: true, statuses: ['new', 'opened'] }, {}],
  ['some days', { createdFrom: 1, createdBefore: 2 }, {}],
];

test.each(shapes)('a page of %s is read from an index in its order', async (_name, filter, page) => {
  await using desk = await createTestDesk();
  const plan = planOf(
    desk,
    pageQuery(desk.services.database.db, filter, { ...firstPage, ...page }).compile(),
  );
  const [inner, outer] = [plan.slice(0, plan.indexOf('SCAN page')), plan.slice(plan.indexOf('SCAN page'))];
  expect(inner.join('\n')).toMatch(/USING INDEX ticket_(created|status|category_status|assignee_status)/);
  // What is sorted is the page alone, once it has been found.
  expect(inner.join('\n')).not.toContain('TEMP B-TREE');
  expect(outer.filter((step) => /^(SCAN|SEARCH) (ticket|assignee|requester)/.test(step))).toEqual([
    expect.stringContaining('USING INTEGER PRIMARY KEY'),
    expect.stringContaining('USING INTEGER PRIMARY KEY'),
  ]);
});

test('pages are complete, newest first, and agree with the count', async () => {
  await using desk = await createTestDesk();
  const { users, services, clock } = desk;
  const { db } = services.database;
  for (let index = 0; index < 12; index += 1) {
    // Every other one within the same millisecond as the one before.
    if (index % 2 === 0) clock.advance(1_000);
    await desk.createTicket({
      category: index % 3 === 0 ? 'loan' : 'payment',
      ...(index % 4 === 0 ? { assigneeId: users.agent.id } : {}),
    });
  }
  const filters: TicketFilter[] = [
    {},
    { category: 'loan' },
    { assigneeId: users.agent.id },
    { isUnassigned: true },
    { statuses: ['new', 'opened'] },
    { statuses: ['closed'] },
    { createdFrom: clock.now() - 2_000 },
    { createdBefore: clock.now(), statuses: ['new'] },
  ];
  for (const filter of filters) {
    const whole = await listTickets(db, filter, { limit: 100, offset: 0 });
    expect(await countTickets(db, filter)).toBe(whole.length);
    const ids = whole.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));

    const byOffset = [];
    for (let offset = 0; offset < whole.length; offset += 5) {
      byOffset.push(...(await listTickets(db, filter, { limit: 5, offset })));
    }
    expect(byOffset.map(({ id }) => id)).toEqual(ids);

    const byCursor: typeof whole = [];
    for (;;) {
      const last = byCursor.at(-1);
      const place = last === undefined ? undefined : { createdAt: last.created_at, id: last.id };
      const page = await listTickets(db, filter, { limit: 5, offset: 0, after: place });
      if (page.length === 0) break;
      byCursor.push(...page);
    }
    expect(byCursor.map(({ id }) => id)).toEqual(ids);
  }
});
