import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestOperators, type TestOperators } from '../../testing/test-operators.ts';

let desk: TestOperators;
let id: number;
beforeAll(async () => {
  desk = await createTestOperators();
  id = await desk.open();
});
afterAll(() => desk[Symbol.asyncDispose]());

const error = (code: string, userMessage: string) => ({ success: false, error: { code, userMessage } });
const path = (rest = ''): string => `/api/admin/tickets${rest.replace(':id', String(id))}`;

/** Asks as an admin, and makes sure that nothing was changed. */
async function refused(method: 'GET' | 'PATCH' | 'POST', url: string, body?: unknown, headers = {}) {
  await desk.tokenOf('admin');
  const digest = await desk.digest();
  const answer = await desk.ask(method, url, { as: 'admin', body, headers });
  expect(await desk.digest()).toBe(digest);
  return answer;
}

const onTickets = [
  ['GET', '', undefined],
  ['GET', '/messages', undefined],
  ['PATCH', '', { status: 'open' }],
  ['POST', '/messages', { message: 'Hello' }],
  ['POST', '/assign', { operatorUsername: 'agent' }],
] as const;

describe.each(onTickets)('%s /:id%s', (method, rest, body) => {
  test.each([
    '0',
    '-1',
    '1.5',
    'abc',
    'TKT2K9F3',
    'TKT-2024-001',
    '01' + '0'.repeat(22),
    '9'.repeat(30),
    '%00',
    "1'--",
  ])('an id like %s is none', async (ref) => {
    const answer = await refused(method, path(`/${ref}${rest}`), body);
    expect(answer).toMatchObject({ status: 400, body: error('INVALID_ID', 'Неверный ID тикета') });
  });

  test('an unknown ticket is not found', async () => {
    const answer = await refused(method, path(`/999999${rest}`), body);
    expect(answer).toMatchObject({ status: 404, body: error('NOT_FOUND', 'Тикет не найден') });
  });
});

const empty = error('INVALID_MESSAGE', 'Сообщение не может быть пустым');
const noOperator = error('INVALID_OPERATOR', 'Имя оператора не может быть пустым');

test.each([
  ['PATCH', '/:id', { status: 'OPEN' }, error('INVALID_STATUS', 'Неверный статус')],
  ['PATCH', '/:id', { status: 1 }, error('INVALID_STATUS', 'Неверный статус')],
  ['PATCH', '/:id', { status: 'all' }, error('INVALID_STATUS', 'Неверный статус')],
  ['PATCH', '/:id', { priority: 'P5', status: 'closed' }, error('INVALID_PRIORITY', 'Неверный приоритет')],
  ['PATCH', '/:id', { priority: 'high' }, error('INVALID_PRIORITY', 'Неверный приоритет')],
  ['PATCH', '/:id', { category: '' }, error('INVALID_CATEGORY', 'Неверная категория')],
  ['PATCH', '/:id', { category: ['payment'] }, error('INVALID_CATEGORY', 'Неверная категория')],
  ['PATCH', '/:id', { category: 'x'.repeat(101) }, error('INVALID_CATEGORY', 'Неверная категория')],
  ['PATCH', '/:id', { category: 'a\0b' }, error('INVALID_CATEGORY', 'Неверная категория')],
  ['PATCH', '/:id', { assigned_to: ' ' }, noOperator],
  ['PATCH', '/:id', { assigned_to: 5 }, noOperator],
  ['POST', '/:id/messages', {}, empty],
  ['POST', '/:id/messages', undefined, empty],
  ['POST', '/:id/messages', { message: '' }, empty],
  ['POST', '/:id/messages', { message: ' \n\t ' }, empty],
  ['POST', '/:id/messages', { message: null }, empty],
  ['POST', '/:id/messages', { message: { text: 'x' } }, empty],
  [
    'POST',
    '/:id/messages',
    { message: 'x'.repeat(50_001) },
    error('MESSAGE_TOO_LONG', 'Сообщение слишком длинное'),
  ],
  [
    'POST',
    '/:id/messages',
    { message: 'x', messageType: 'html' },
    error('INVALID_MESSAGE_TYPE', 'Неверный тип сообщения'),
  ],
  ['POST', '/:id/assign', {}, noOperator],
  ['POST', '/:id/assign', { operatorUsername: '  ' }, noOperator],
  ['POST', '/:id/assign', { operatorUsername: 7 }, noOperator],
  [
    'POST',
    '/:id/assign',
    { operatorUsername: 'x'.repeat(321) },
    error('OPERATOR_TOO_LONG', 'Имя оператора слишком длинное'),
  ],
  ['GET', '?status=new', undefined, error('INVALID_STATUS', 'Неверный статус')],
  ['GET', '?priority=1', undefined, error('INVALID_PRIORITY', 'Неверный приоритет')],
] as const)('%s %s with %j', async (method, rest, body, expected) => {
  expect(await refused(method, path(rest), body)).toMatchObject({ status: 400, body: expected });
});

const general = { success: false, error: { code: 'INVALID_REQUEST', userMessage: 'Некорректный запрос' } };

test.each([
  ['GET', '?page=abc', undefined, {}],
  ['GET', '?limit=1.5', undefined, {}],
  ['GET', '?page=1&page=2', undefined, {}],
  ['GET', '?search=a&search=b', undefined, {}],
  ['GET', '?search=%00', undefined, {}],
  ['GET', `?search=${'x'.repeat(201)}`, undefined, {}],
  ['GET', '/:id/messages?limit=many', undefined, {}],
  ['PATCH', '/:id', '[1]', { 'content-type': 'application/json' }],
  ['PATCH', '/:id', '"closed"', { 'content-type': 'application/json' }],
  ['PATCH', '/:id', '{"status":', { 'content-type': 'application/json' }],
  ['POST', '/:id/messages', 'message=Hello', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['POST', '/:id/messages', '<message/>', { 'content-type': 'text/xml' }],
  ['POST', '/:id/assign', { operatorUsername: 'x'.repeat(1_100_000) }, {}],
] as const)('%s %s with %j is no request', async (method, rest, body, headers) => {
  const answer = await refused(method, path(rest), body, headers);
  expect(answer).toMatchObject({ status: 400, body: general });
  expect(answer.body).toHaveProperty('error.devMessage');
});

test.each([
  ['GET', '/', 404],
  ['GET', '/:id/', 404],
  ['GET', '/:id/notes', 404],
  ['POST', '', 405],
  ['POST', '/stats', 405],
  ['PATCH', '/:id/messages', 405],
  ['GET', '/:id/assign', 405],
] as const)('%s %s is no route', async (method, rest, status) => {
  const answer = await refused(method, path(rest));
  expect(answer).toMatchObject({
    status,
    body: { success: false, error: { userMessage: expect.any(String) } },
  });
});

test('text with unicode and SQL is kept as it is', async () => {
  const message = "'; DROP TABLE ticket; -- \u{1F600} \u202E שלום";
  const { status, body } = await desk.send('POST', `/${id}/messages`, { message, unknown: true });
  expect([status, body.data.message.message]).toEqual([200, message]);
});

test('a fault of the desk says what was tried, and nothing of why', async () => {
  await using broken = await createTestOperators();
  const ticket = await broken.open();
  await broken.tokenOf('admin');
  const { operatorReads, operatorChanges } = broken.node.services;
  const fail = () => Promise.reject(new Error('SQLITE_CORRUPT at /secret/path'));
  Object.assign(operatorReads, { list: fail });
  Object.assign(operatorChanges, { update: fail, say: fail, assign: fail });
  const answers = [
    await broken.send('GET', ''),
    await broken.send('PATCH', `/${ticket}`, { status: 'closed' }),
    await broken.send('POST', `/${ticket}/messages`, { message: 'x' }),
    await broken.send('POST', `/${ticket}/assign`, { operatorUsername: 'x' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
  expect(answers.map(({ body }) => body)).toEqual([
    error('FETCH_ERROR', 'Ошибка загрузки тикетов'),
    error('UPDATE_ERROR', 'Ошибка обновления тикета'),
    error('CREATE_ERROR', 'Ошибка отправки сообщения'),
    error('ASSIGN_ERROR', 'Ошибка назначения тикета'),
  ]);
});
