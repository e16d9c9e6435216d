import { describe, expect, test } from 'vitest';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

interface Results {
  total: number;
  changed: number;
  unchanged: number;
  refused: number;
  results: { id: number | null; ticket_id: string | null; outcome: string; error: string | null }[];
}

async function bulk(desk: TestV1, as: string, body: object): Promise<Results> {
  const answer = await desk.ask('POST', '/tickets/bulk', { as, body });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([
    200,
    expect.stringContaining('tickets changed'),
  ]);
  return (answer.body as { data: Results }).data;
}

async function createTickets({ node }: TestV1, count: number, fields: object = {}): Promise<number[]> {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) ids.push((await node.createTicket(fields)).id);
  return ids;
}

describe('by ids', () => {
  test('each ticket has an outcome of its own', async () => {
    await using desk = await createTestV1();
    const [first = 0, second = 0] = await createTickets(desk, 2);
    const high = await desk.node.createTicket({ priority: 'high' });
    const answer = await bulk(desk, 'admin', {
      ids: [first, String(second), high.code, 999_999],
      change: { type: 'priority', priority: 'high' },
    });
    expect(answer).toMatchObject({ total: 4, changed: 2, unchanged: 1, refused: 1 });
    expect(answer.results.map(({ id, outcome, error }) => [id, outcome, error])).toEqual([
      [first, 'changed', null],
      [second, 'changed', null],
      [high.id, 'unchanged', null],
      [999_999, 'refused', 'Ticket with ID 999999 not found'],
    ]);
  });

  test('an agent changes their own tickets, and nobody else’s', async () => {
    await using desk = await createTestV1();
    const [mine = 0] = await createTickets(desk, 1, { assigneeId: desk.node.users.agent.id });
    const [other = 0] = await createTickets(desk, 1, { assigneeId: desk.node.users.colleague.id });
    const ids = [mine, other];
    const noted = await bulk(desk, 'agent', { ids, change: { type: 'note', note: 'Outage' } });
    const refusal = 'Access denied. You can only update your assigned tickets.';
    expect(noted.results.map(({ outcome, error }) => [outcome, error])).toEqual([
      ['changed', null],
      ['refused', refusal],
    ]);
    const assigned = await bulk(desk, 'agent', { ids, change: { type: 'category', category: 'loan' } });
    const adminsOnly = 'Access denied. Required roles: super_admin, admin';
    expect(assigned.results.map(({ error }) => error)).toEqual([adminsOnly, adminsOnly]);
  });

  test.each([
    [{ type: 'status', status: 'in_progress' }, 'Invalid status transition'],
    [{ type: 'assign', agent_id: 4 }, null],
    [{ type: 'assign', agent_id: 999_999 }, 'Agent with ID 999999 not found'],
    [{ type: 'category', category: 'loan' }, null],
    [{ type: 'tags', add: ['vip'] }, null],
    [{ type: 'snooze', until: '2027-01-01T09:00:00Z' }, null],
    [{ type: 'note', note: 'Seen' }, null],
  ])('%j', async (change, error) => {
    await using desk = await createTestV1();
    const ids = await createTickets(desk, 2, { assigneeId: desk.node.users.agent.id });
    // One step at a time: what is in progress cannot begin.
    await desk.ask('PATCH', `/tickets/${ids[0]}/status`, { as: 'agent', body: { status: 'in_progress' } });
    const answer = await bulk(desk, 'admin', { ids: ids.slice(0, 1), change });
    const [result] = answer.results;
    if (error === null) expect(result?.error).toBeNull();
    else expect(result?.error).toContain(error);
  });
});

describe('by a search', () => {
  test('all that it finds are changed', async () => {
    await using desk = await createTestV1();
    await createTickets(desk, 30, { tags: ['outage'] });
    await createTickets(desk, 2);
    const answer = await bulk(desk, 'admin', {
      query: 'tag:outage is:open',
      change: { type: 'tags', add: ['done'], remove: ['outage'] },
    });
    expect(answer).toMatchObject({ total: 30, changed: 30, refused: 0 });
    const again = await bulk(desk, 'admin', { query: 'tag:outage', change: { type: 'note', note: 'x' } });
    expect(again.total).toBe(0);
  });

  test('an agent’s search finds their own tickets', async () => {
    await using desk = await createTestV1();
    await createTickets(desk, 2, { assigneeId: desk.node.users.agent.id });
    await createTickets(desk, 3);
    const answer = await bulk(desk, 'agent', {
      query: 'refund',
      change: { type: 'priority', priority: 'low' },
    });
    expect(answer).toMatchObject({ total: 2, changed: 2 });
  });

  test('a filter that makes no sense changes nothing at all', async () => {
    await using desk = await createTestV1();
    await createTickets(desk, 1);
    await desk.tokenOf('admin');
    const before = await desk.digest();
    const body = { query: 'refund status:sideways', change: { type: 'priority', priority: 'low' } };
    const answer = await desk.ask('POST', '/tickets/bulk', { as: 'admin', body });
    expect(answer).toMatchObject({
      status: 400,
      body: { detail: expect.stringMatching(/^Invalid status: sideways\. Must be one of: new, /) },
    });
    expect(await desk.digest()).toBe(before);
  });
});

test.each([
  [{ change: { type: 'note', note: 'x' } }, 'Either ids or query is required'],
  [{ ids: [1], query: 'x', change: { type: 'note', note: 'x' } }, 'Either ids or query is required'],
  [{ ids: [], change: { type: 'note', note: 'x' } }, null],
  [{ ids: ['x'], change: { type: 'note', note: 'x' } }, null],
  [{ ids: Array.from({ length: 1001 }, () => 1), change: { type: 'note', note: 'x' } }, null],
  [{ ids: [1] }, "Field 'change' is required"],
  [{ ids: [1], change: { type: 'explode' } }, null],
  [{ ids: [1], change: { type: 'priority', priority: 'low', more: 1 } }, "Unknown field 'change.more'"],
])('is refused: %.80j', async (body, detail) => {
  await using desk = await createTestV1();
  const answer = await desk.ask('POST', '/tickets/bulk', { as: 'admin', body });
  expect([answer.status, answer.body]).toEqual([400, { detail: detail ?? expect.any(String) }]);
});

test('whoever waits for approval changes nothing', async () => {
  await using desk = await createTestV1();
  const body = { ids: [1], change: { type: 'note', note: 'x' } };
  const answer = await desk.ask('POST', '/tickets/bulk', { as: 'applicant', body });
  expect([answer.status, answer.body]).toEqual([
    403,
    { detail: 'Access denied. You cannot change tickets.' },
  ]);
});
