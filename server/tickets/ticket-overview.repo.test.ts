import { expect, test } from 'vitest';
import { planOf } from '../testing/plan-of.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import type { PageFilter } from './ticket-list.repo.ts';
import { overviewQuery, tallyQuery } from './ticket-overview.repo.ts';

const shapes: [string, PageFilter][] = [
  ['everything', {}],
  ['one status', { statuses: ['new', 'opened'] }],
  ['one priority', { priority: 'low' }],
  ['one assignee', { assigneeId: 1 }],
  ['one customer', { requesterId: 1 }],
];

test.each(shapes)('a page of %s is read from an index in its order', async (_name, filter) => {
  await using desk = await createTestDesk();
  const { db } = desk.services.database;
  const plan = planOf(desk, overviewQuery(db, filter, { limit: 100, offset: 0 }).compile());
  const inner = plan.slice(0, plan.indexOf('SCAN page')).join('\n');
  expect(inner).toMatch(/USING INDEX ticket_(created|status|assignee_status|requester)/);
  expect(inner).not.toContain('TEMP B-TREE');
});

test('what is counted is read from an index alone', async () => {
  await using desk = await createTestDesk();
  const plan = planOf(desk, tallyQuery(desk.services.database.db, undefined).compile());
  expect(plan).toEqual([expect.stringMatching(/SCAN ticket USING COVERING INDEX ticket_summary/)]);
});
