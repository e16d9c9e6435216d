import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestIt, type TestIt } from '../../testing/test-it.ts';
import type { Method } from '../../testing/test-asker.ts';

let desk: TestIt;

beforeAll(async () => {
  desk = await createTestIt();
  await desk.ask('POST', '/api/tickets', { as: 'admin', body: { title: 'A', description: 'B' } });
  await desk.tokenOf('superadmin');
});
afterAll(() => desk[Symbol.asyncDispose]());

const long = (length: number): string => 'x'.repeat(length);
const ticket = { title: 'T', description: 'D' };
const person = {
  username: 'new',
  email: 'new@example.org',
  password: 'string',
  full_name: 'A B',
  role: 'customer',
};

const bad: readonly (readonly [Method, string, unknown?])[] = [
  ...[
    { ...person, username: '' },
    { ...person, username: 'two words' },
    { ...person, username: 'agent' },
    { ...person, email: 'agent@example.org' },
    { ...person, email: 'nowhere' },
    { ...person, password: 'short' },
    { ...person, password: long(80) },
    { ...person, role: 'super_admin' },
    { ...person, full_name: 7 },
    { username: 'new' },
    [],
    'text',
  ].map((body) => ['POST', '/api/auth/register', body] as const),
  ['POST', '/api/auth/login', { username: 'agent' }],
  ['POST', '/api/auth/login', { username: ['agent'], password: {} }],
  ...[
    {},
    { title: 'T' },
    { ...ticket, title: '   ' },
    { ...ticket, title: long(301) },
    { ...ticket, description: long(50_001) },
    { ...ticket, description: 'a\0b' },
    { ...ticket, priority: 'HIGH' },
    { ...ticket, category: 'payment' },
    { ...ticket, title: { toString: 'T' } },
    null,
  ].map((body) => ['POST', '/api/tickets', body] as const),
  ...[
    { status: 'new' },
    { status: null, priority: 5 },
    { assigned_to: 'agent' },
    { assigned_to: -1 },
    { assigned_to: 999_999 },
    { assigned_to: 1.5 },
    { category: 'BUG' },
    { title: '' },
  ].map((body) => ['PUT', '/api/tickets/1', body] as const),
  ...[
    '0',
    '-1',
    'abc',
    '1.0',
    '99999999999999999999',
    '507f1f77bcf86cd799439011',
    "1'--",
    '%F0%9F%92%A5',
  ].map((id) => ['GET', `/api/tickets/${id}`] as const),
  ['GET', '/api/tickets?status=Open'],
  ['GET', '/api/tickets?priority=P1'],
  ['GET', '/api/tickets?assigned_to=me'],
  ['GET', '/api/tickets?skip=one'],
  ['GET', '/api/tickets?limit=1.5'],
  ['GET', '/api/tickets?status=open&status=closed'],
  ['GET', '/api/dashboard/metrics?hours=day'],
  ['GET', '/api/dashboard/logs?limit=all'],
  ['POST', '/api/chatbot/chat', { message: '' }],
  ['POST', '/api/chatbot/chat', { message: long(4_001) }],
  ['POST', '/api/chatbot/chat', { message: 'Hi', session_id: 'a b' }],
  ['POST', '/api/chatbot/chat', { message: 'Hi', session_id: 7 }],
  ['POST', '/api/chatbot/faqs', { question: 'Q', answer: 'A' }],
  ['POST', '/api/chatbot/faqs', { question: 'Q', answer: 'A', category: 'C', tags: 'T' }],
  ['GET', '/api/chatbot/logs?escalated_only=maybe'],
];

test.each(bad.map(([method, path, body]) => ({ method, path, body })))(
  '$method $path is refused in the documented envelope (%#)',
  async ({ method, path, body }) => {
    const before = await desk.digest();
    const json = { 'content-type': 'application/json' };
    const options = body === undefined ? {} : { body: JSON.stringify(body), headers: json };
    const answer = await desk.ask<{ detail: unknown }>(method, path, { as: 'superadmin', ...options });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body)).toEqual(['detail']);
    expect(answer.body.detail).toEqual(expect.stringMatching(/./));
    expect(await desk.digest()).toBe(before);
  },
);

test.each([
  ['{"title":', 'application/json', 400],
  ['title=T&description=D', 'application/x-www-form-urlencoded', 400],
  ['<ticket/>', 'application/xml', 400],
  [`{"title":"T","description":"${long(1_100_000)}"}`, 'application/json', 400],
])('a body that is not what it should be is refused (%#)', async (body, type, status) => {
  const before = await desk.digest();
  const options = { as: 'admin', body, headers: { 'content-type': type } };
  const answer = await desk.ask<{ detail: unknown }>('POST', '/api/tickets', options);
  expect(answer).toMatchObject({ status, body: { detail: expect.any(String) } });
  expect(await desk.digest()).toBe(before);
});

test('unknown tickets, paths and methods', async () => {
  const ask = (method: Method, path: string) => desk.ask(method, path, { as: 'admin' });
  expect(await ask('GET', '/api/tickets/999')).toMatchObject({
    status: 404,
    body: { detail: 'Resource not found' },
  });
  expect(await ask('DELETE', '/api/tickets/999')).toMatchObject({ status: 404 });
  expect(await ask('PATCH', '/api/tickets/1')).toMatchObject({
    status: 405,
    headers: { allow: 'DELETE, GET, HEAD, PUT' },
  });
  expect(await ask('GET', '/api/chatbot/nothing')).toMatchObject({ status: 404 });
  expect((await ask('PUT', '/api/tickets/')).status).toBe(405);
  expect((await ask('GET', '/api/auth/me/')).status).toBe(404);
});

test('text is text, whatever it looks like', async () => {
  const body = { title: `'); DROP TABLE ticket; --`, description: '<b>üñí💥</b> %s ${x} {{y}}' };
  const { body: made } = await desk.ask<{ id: number }>('POST', '/api/tickets', { as: 'customer', body });
  const { body: read } = await desk.ask('GET', `/api/tickets/${made.id}`, { as: 'customer' });
  expect(read).toMatchObject({ title: body.title, description: body.description });
  const search = await desk.ask('GET', `/api/chatbot/faqs?search=${encodeURIComponent("%_\\' OR 1=1")}`, {
    as: 'customer',
  });
  expect(search).toMatchObject({ status: 200, body: [] });
});
