import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentedRoutes, newAgent, type DocumentedRoute } from '../../testing/access/v1-documented.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

const signedOut = { detail: 'Invalid or expired token' };
const adminsOnly = { detail: 'Access denied. Required roles: super_admin, admin' };

const secretSubject = 'Zanzibar subject';
const secretNote = 'Quetzal note';

let desk: TestV1;
let ticketId: number;
let ticketCode: string;

beforeAll(async () => {
  desk = await createTestV1();
  const { users } = desk.node;
  const ticket = await desk.node.createTicket({ subject: secretSubject, assigneeId: users.agent.id });
  ticketId = ticket.id;
  ticketCode = ticket.code;
  await desk.ask('POST', `/tickets/${ticketId}/notes`, { as: 'admin', body: { note: secretNote } });
  for (const name of ['superadmin', 'admin', 'agent', 'colleague', 'outsider', 'applicant']) {
    await desk.tokenOf(name);
  }
});
afterAll(() => desk[Symbol.asyncDispose]());

const withIds = (path: string, id?: string | number): string =>
  path
    .replace(':user', String(id ?? desk.node.users.colleague.id))
    .replace(':agent', String(id ?? desk.node.users.colleague.id))
    .replace(':ticket', String(id ?? ticketId));

async function expectRefused(
  route: DocumentedRoute,
  options: Parameters<TestV1['ask']>[2] & { id?: string | number },
  status: number,
  body?: object,
): Promise<void> {
  const before = await desk.digest();
  const { id, ...rest } = options;
  const answer = await desk.ask(route.method, withIds(route.path, id), rest);
  expect.soft(answer.status, answer.text.slice(0, 300)).toBe(status);
  if (body === undefined) expect.soft(answer.body).toEqual({ detail: expect.any(String) });
  else expect.soft(answer.body).toEqual(body);
  expect.soft(answer.text).not.toContain(secretSubject);
  expect.soft(answer.text).not.toContain(secretNote);
  expect(await desk.digest()).toBe(before);
}

const titled = documentedRoutes.map((route) => [`${route.method} ${route.path}`, route] as const);

describe('signed out', () => {
  test.each(titled)('%s', async (_title, route) => {
    const refresh = await desk.node.app.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: { username: 'outsider', password: 'Correct-Horse-9' },
    });
    const { refresh_token } = refresh.json<{ data: { refresh_token: string } }>().data;
    const token = await desk.tokenOf('superadmin');
    const wrong = [
      {},
      { authorization: '' },
      { authorization: 'Bearer' },
      { authorization: 'Bearer nonsense' },
      { authorization: token },
      { authorization: `Basic ${token}` },
      { authorization: `Bearer ${token}x` },
      { authorization: `Bearer ${refresh_token}` },
    ];
    for (const headers of wrong) {
      await expectRefused(route, { headers, body: route.body }, 401, signedOut);
    }
    // Nothing of a request is looked at before its sender is known.
    await expectRefused(
      route,
      { headers: { 'content-type': 'application/json' }, ...(route.method === 'GET' ? {} : { body: '{' }) },
      401,
      signedOut,
    );
  });
});

describe('not allowed', () => {
  test.each(titled.filter(([, { who }]) => who === 'admins'))('%s by agents', async (_title, route) => {
    for (const as of ['agent', 'colleague', 'applicant']) {
      await expectRefused(route, { as, body: route.body }, 403, adminsOnly);
    }
  });

  test.each(titled.filter(([, { who }]) => who === 'own'))('%s by other agents', async (_title, route) => {
    const detail = route.forbidden ?? '';
    for (const as of ['colleague', 'outsider', 'applicant']) {
      await expectRefused(route, { as, body: route.body }, 403, { detail });
      await expectRefused(route, { as, body: route.body, id: ticketCode }, 403, { detail });
    }
  });

  test('an unapproved agent creates no ticket', async () => {
    const route = documentedRoutes.find(({ method, path }) => method === 'POST' && path === '/tickets')!;
    await expectRefused(route, { as: 'applicant', body: route.body }, 403);
  });

  test('an agent enters no message for a customer', async () => {
    const route = documentedRoutes.find(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    )!;
    await expectRefused(route, { as: 'agent', body: { text: 'Hi', sender: 'customer' } }, 403, adminsOnly);
  });

  test('an admin creates no admin and does not touch the super admin', async () => {
    const create = documentedRoutes.find(({ method, path }) => method === 'POST' && path === '/admin/users')!;
    await expectRefused(create, { as: 'admin', body: { ...newAgent, role: 'admin' } }, 403, {
      detail: 'Only super admin can create admin users',
    });
    const update = documentedRoutes.find(({ method }) => method === 'PUT')!;
    const { id } = desk.node.users.superAdmin;
    await expectRefused(update, { as: 'admin', id, body: { email: 'mine@example.org' } }, 403);
  });

  test.each([
    ['superadmin', 'superAdmin', 'Cannot deactivate super admin'],
    ['admin', 'superAdmin', 'Cannot deactivate super admin'],
    ['admin', 'admin', 'You cannot deactivate yourself'],
  ] as const)('%s does not deactivate %s', async (as, target, detail) => {
    const route = documentedRoutes.find(({ method }) => method === 'DELETE')!;
    await expectRefused(route, { as, id: desk.node.users[target].id }, 400, { detail });
  });
});

const identified = titled.filter(([, { path }]) => path.includes(':'));

describe('absent', () => {
  test.each(identified)('%s', async (_title, route) => {
    const noun = route.path.includes(':ticket') ? 'Ticket' : route.path.includes(':agent') ? 'Agent' : 'User';
    const detail = `${noun} with ID 999999 not found`;
    await expectRefused(route, { as: 'superadmin', body: route.body, id: 999_999 }, 404, { detail });
    if (noun === 'Ticket') {
      const unknown = { detail: 'Ticket with ID TKTZZZZZ not found' };
      await expectRefused(route, { as: 'superadmin', body: route.body, id: 'tktzzzzz' }, 404, unknown);
    } else {
      const { id } = desk.node.users.customer;
      await expectRefused(route, { as: 'superadmin', body: route.body, id }, 404);
    }
  });

  test('a ticket cannot be given to who is no agent', async () => {
    const route = documentedRoutes.find(({ path }) => path.endsWith('/assign'))!;
    for (const agent_id of [999_999, desk.node.users.admin.id, desk.node.users.customer.id]) {
      const detail = `Agent with ID ${agent_id} not found`;
      await expectRefused(route, { as: 'admin', body: { agent_id } }, 404, { detail });
    }
  });

  test('where there is nothing to send, any content type will do', async () => {
    const path = `/admin/users/${desk.node.users.colleague.id}/activate`;
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await desk.ask('PATCH', path, {
        as: 'admin',
        headers: { 'content-type': type },
        body: '',
      });
      expect(answer.status).toBe(200);
    }
  });

  test('unknown paths and methods are refused in the same envelope', async () => {
    expect(await desk.ask('GET', '/tickets/1/nothing', { as: 'admin' })).toMatchObject({
      status: 404,
      body: { detail: 'Not found' },
    });
    expect((await desk.ask('GET', '/tickets/', { as: 'admin' })).status).toBe(404);
    expect((await desk.ask('DELETE', '/tickets/1', { as: 'admin' })).status).toBe(405);
  });
});

describe('bad input', () => {
  const badIds = [
    'abc',
    '-1',
    '0',
    '1.5',
    '1e3',
    '99999999999999999999',
    '1%00',
    '%EF%BC%91',
    "1'--",
    '1%20or%201',
    'TKT',
    'TKT0000000',
  ];

  test.each(identified)('ids of %s', async (_title, route) => {
    for (const id of badIds) await expectRefused(route, { as: 'superadmin', body: route.body, id }, 400);
  });

  test.each(titled.filter(([, { bad }]) => bad !== undefined))('bodies of %s', async (_title, route) => {
    for (const body of route.bad ?? []) await expectRefused(route, { as: 'superadmin', body }, 400);
    const json = { 'content-type': 'application/json' };
    for (const body of ['{', '[]', '"text"', 'null', '7', '', '{"__proto__": {"a": 1}}']) {
      await expectRefused(route, { as: 'superadmin', headers: json, body }, 400);
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const headers = { 'content-type': type };
      await expectRefused(route, { as: 'superadmin', headers, body: JSON.stringify(route.body) }, 400);
    }
    const huge = JSON.stringify({ ...route.body, more: 'x'.repeat(1_100_000) });
    await expectRefused(route, { as: 'superadmin', headers: json, body: huge }, 400);
  });

  test.each([
    '/admin/users?role=customer',
    '/admin/users?department=kitchen',
    '/admin/users?is_active=perhaps',
    '/admin/users?limit=ten',
    '/admin/users?offset=1.5',
    '/admin/users/agents/stats?department=kitchen',
    '/tickets?status=on_hold',
    '/tickets?category=kitchen',
    '/tickets?assigned_agent_id=x',
    '/tickets?unassigned=perhaps',
    '/tickets?from_date=2025-13-01',
    '/tickets?from_date=yesterday',
    '/tickets?to_date=2025-02-30',
    '/tickets?limit=',
    '/tickets?limit=1&limit=2',
    '/tickets?cursor=nonsense',
    '/tickets/unassigned?category=kitchen',
  ])('the query of %s', async (path) => {
    const answer = await desk.ask('GET', path, { as: 'admin' });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ detail: expect.any(String) });
  });

  test.each([
    {},
    { username: 'agent' },
    { username: 1, password: 2 },
    { username: ['agent'], password: 'x' },
    { username: 'x'.repeat(400), password: 'x' },
  ])('signing in with %j', async (body) => {
    const before = await desk.digest();
    const answer = await desk.ask('POST', '/auth/login', { body });
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.any(String) } });
    expect(await desk.digest()).toBe(before);
  });

  test.each(['agent', 'nobody', 'leaver', 'customer'])('%s with a wrong password', async (username) => {
    const before = await desk.digest();
    const answer = await desk.ask('POST', '/auth/login', { body: { username, password: 'wrong' } });
    expect(answer).toMatchObject({ status: 401, body: { detail: 'Invalid username or password' } });
    expect(await desk.digest()).toBe(before);
  });

  test.each([{}, { refresh_token: 5 }])('refreshing with %j', async (body) => {
    expect((await desk.ask('POST', '/auth/refresh', { body })).status).toBe(400);
  });

  test('refreshing with what is no refresh token', async () => {
    for (const refresh_token of ['', 'x', await desk.tokenOf('agent')]) {
      expect(await desk.ask('POST', '/auth/refresh', { body: { refresh_token } })).toMatchObject({
        status: 401,
        body: { detail: 'Invalid or expired refresh token' },
      });
    }
  });
});
