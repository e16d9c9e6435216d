import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

let desk: TestV1;

beforeAll(async () => {
  desk = await createTestV1();
  for (let index = 0; index < 5; index += 1) {
    await desk.node.createTicket({ subject: `Invoice ${index}`, assigneeId: desk.node.users.agent.id });
  }
});
afterAll(() => desk[Symbol.asyncDispose]());

test('hits come with their tickets, in pages', async () => {
  const first = await desk.ask('GET', '/search?q=invoice&limit=2', { as: 'agent' });
  expect(first).toMatchObject({
    status: 200,
    body: {
      success: true,
      data: {
        limit: 2,
        offset: 0,
        has_more: true,
        is_complete: true,
        problems: [],
        hits: [
          {
            uid: expect.any(String),
            ticket: {
              subject: 'Invoice 4',
              priority: 'medium',
              status: 'open',
              ticket_id: expect.any(String),
            },
            subject: [
              { text: 'Invoice', is_match: true },
              { text: ' 4', is_match: false },
            ],
          },
          { ticket: { subject: 'Invoice 3' } },
        ],
      },
    },
  });
  const last = await desk.ask('GET', '/search?q=invoice&limit=2&offset=4', { as: 'agent' });
  expect(last.body).toMatchObject({
    data: { has_more: false, hits: [{ ticket: { subject: 'Invoice 0' } }] },
  });
});

test('filters alone list the newest first', async () => {
  const { body } = await desk.ask('GET', '/search?q=assignee:me&limit=3', { as: 'agent' });
  const { hits } = (body as { data: { hits: { ticket: { subject: string } }[] } }).data;
  expect(hits.map(({ ticket }) => ticket.subject)).toEqual(['Invoice 4', 'Invoice 3', 'Invoice 2']);
});

test.each(['/search', `/search?q=${'x'.repeat(1001)}`, '/search?q=a%00b', '/search?q=a&limit=ten'])(
  'is refused: %.40s',
  async (path) => {
    const { status, body } = await desk.ask('GET', path, { as: 'agent' });
    expect([status, body]).toEqual([400, { detail: expect.any(String) }]);
  },
);

test('whoever waits for approval is turned away', async () => {
  const { status, body } = await desk.ask('GET', '/search?q=invoice', { as: 'applicant' });
  expect([status, body]).toEqual([403, { detail: 'Access denied. You cannot search tickets.' }]);
  expect((await desk.ask('GET', '/search?q=invoice')).status).toBe(401);
});
