import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listActions } from '../../audit/audit-log.repo.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

let desk: TestV1;

/** The file as it comes: an answer that is no JSON. */
async function fetchFile(as: string, query: string) {
  const headers = { authorization: `Bearer ${await desk.tokenOf(as)}` };
  return desk.node.app.inject({ url: `/api/v1/tickets/export?${query}`, headers });
}

const parseCsv = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });

beforeAll(async () => {
  desk = await createTestV1();
  for (let index = 0; index < 450; index += 1) await desk.node.createTicket({ subject: `Ticket ${index}` });
  await desk.node.createTicket({
    subject: '=HYPERLINK("https://evil.example","Refund")',
    description: '@SUM(1+1)\n"quoted", and a comma',
    tags: ['vip', 'Срочно'],
    requester: { id: null, name: '+49 30 1234', email: 'robin@example.org' },
    assigneeId: desk.node.users.agent.id,
  });
});
afterAll(() => desk[Symbol.asyncDispose]());

describe('csv', () => {
  test('every ticket is a line, the newest first, and nothing in it is a formula', async () => {
    const { statusCode, headers, body } = await fetchFile('admin', 'format=csv');
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="tickets-\d{4}-\d\d-\d\d\.csv"/),
    });
    const rows = parseCsv(body);
    expect(rows).toHaveLength(451);
    expect(rows[0]).toMatchObject({
      subject: `'=HYPERLINK("https://evil.example","Refund")`,
      description: `'@SUM(1+1)\n"quoted", and a comma`,
      requester_name: `'+49 30 1234`,
      tags: 'vip, Срочно',
      status: 'open',
      assigned_agent: 'agent',
      auto_assigned: 'false',
      resolved_at: '',
    });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(451);
    for (const value of rows.flatMap(Object.values)) expect(value).not.toMatch(/^[=+@\t\r]/);
  });

  test('words and filters choose', async () => {
    const { body } = await fetchFile('admin', `format=csv&q=${encodeURIComponent('refund assignee:agent')}`);
    expect(parseCsv(body).map(({ tags }) => tags)).toEqual(['vip, Срочно']);
    const numbered = await fetchFile('admin', 'format=csv&q=ticket');
    expect(parseCsv(numbered.body)).toHaveLength(450);
  });
});

describe('json', () => {
  test('is one list, with what was said when that is asked for', async () => {
    const { headers, body } = await fetchFile('admin', 'format=json&q=tag:vip&messages=true');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject([
      {
        subject: '=HYPERLINK("https://evil.example","Refund")',
        tags: ['vip', 'Срочно'],
        response_breached: false,
        messages: [{ sender: 'customer', text: '@SUM(1+1)\n"quoted", and a comma' }],
      },
    ]);
    expect(JSON.parse((await fetchFile('admin', 'format=json')).body)).toHaveLength(451);
    expect((await fetchFile('admin', 'format=json&q=nothing-like-this')).body).toBe('[]\n');
  });

  test('agents take their own tickets with them, and who took what is kept', async () => {
    const { body } = await fetchFile('agent', 'format=json');
    expect(JSON.parse(body)).toMatchObject([{ assigned_agent: 'agent' }]);
    const actions = await listActions(desk.node.services.database.db, { type: 'export', id: 'json' });
    expect(actions.at(-1)).toMatchObject({
      admin_id: desk.node.users.agent.id,
      action: 'tickets_exported',
      metadata: { query: '', withMessages: false },
    });
  });
});

test.each([
  '',
  'format=xml',
  'format=csv&messages=true',
  'format=csv&q=status:sideways',
  'format=json&messages=7',
])('is refused: %s', async (query) => {
  const { statusCode, body } = await fetchFile('admin', query);
  expect([statusCode, JSON.parse(body)]).toEqual([400, { detail: expect.any(String) }]);
});

test('whoever waits for approval exports nothing', async () => {
  const { statusCode, body } = await fetchFile('applicant', 'format=json');
  expect([statusCode, JSON.parse(body)]).toEqual([
    403,
    { detail: 'Access denied. You cannot export tickets.' },
  ]);
  expect((await desk.node.app.inject('/api/v1/tickets/export?format=csv')).statusCode).toBe(401);
});
