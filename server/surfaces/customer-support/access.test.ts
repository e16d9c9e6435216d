import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HexIds } from '../../http/hex-id.ts';
import { loadHexIds } from '../../installation/hex-ids.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';
import type { AskOptions, Method } from '../../testing/test-v1.ts';

/** Who the requests are sent as, besides nobody and whoever was deactivated. */
const people = ['customer', 'neighbour', 'agent', 'colleague', 'applicant', 'admin', 'superadmin'] as const;

type Person = (typeof people)[number];

interface Route {
  method: Method;
  path: string;
  /** The status for everybody; each is refused before anything is written, or changes nothing. */
  expected: Record<Person, number> | 'public';
  body?: object;
  bad?: unknown[];
}

const text = 'x';
const nobody = { customer: 403, neighbour: 403, agent: 403, colleague: 403, applicant: 403 };
const adminsOnly = { ...nobody, admin: 200, superadmin: 200 };
const customers = { ...nobody, customer: 200, neighbour: 200, admin: 403, superadmin: 403 };
const agents = { ...nobody, agent: 200, colleague: 200, admin: 403, superadmin: 403 };
const assigned = { ...nobody, agent: 200, admin: 200, superadmin: 200 };

const newTicket = { subject: 'Late', description: 'Not here yet', category: 'Late' };
const newAgent = { email: 'new@example.org', password: 'securepass123', name: 'New Agent' };

const routes: Route[] = [
  {
    method: 'POST',
    path: '/api/support/tickets/create/',
    expected: { ...customers, customer: 201, neighbour: 201 },
    body: newTicket,
    bad: [
      {},
      { ...newTicket, subject: '' },
      { ...newTicket, subject: '   ' },
      { ...newTicket, subject: 7 },
      { ...newTicket, subject: 'x'.repeat(301) },
      { ...newTicket, description: null },
      { ...newTicket, description: 'x'.repeat(50_001) },
      { ...newTicket, description: 'a\0b' },
      { ...newTicket, category: 'damaged' },
      { ...newTicket, category: 'payment' },
      { ...newTicket, category: ['Late'] },
      { ...newTicket, delivery_id: 5 },
      { ...newTicket, delivery_id: 'x'.repeat(201) },
    ],
  },
  { method: 'GET', path: '/api/support/tickets/', expected: customers },
  {
    method: 'GET',
    path: '/api/support/tickets/:ticket/',
    expected: { ...assigned, customer: 200 },
  },
  {
    method: 'PUT',
    path: '/api/support/tickets/:ticket/update-status/',
    expected: assigned,
    body: { status: 'In Progress' },
    bad: [
      {},
      { status: 'in_progress' },
      { status: 'Reopened' },
      { status: 'Closed' },
      { status: 'Open' },
      { status: null },
      { priority: 'Low' },
      { status: 'In Progress', priority: 'critical' },
      { status: 'In Progress', priority: 1 },
    ],
  },
  {
    method: 'POST',
    path: '/api/support/tickets/:ticket/assign-self/',
    expected: { ...agents, agent: 400, colleague: 400 },
  },
  {
    method: 'POST',
    path: '/api/support/tickets/:ticket/reassign/',
    expected: adminsOnly,
    body: { agent_id: ':agent' },
    bad: [{}, { agent_id: 4 }, { agent_id: null }, { agent_id: ['4'] }, { agent_id: 'x'.repeat(201) }],
  },
  {
    method: 'POST',
    path: '/api/support/tickets/:ticket/add-note/',
    expected: { ...assigned, agent: 201, admin: 201, superadmin: 201 },
    body: { note: 'Called them' },
    bad: [{}, { note: '' }, { note: ' \n' }, { note: 1 }, { note: 'x'.repeat(50_001) }, { note: '\0' }],
  },
  {
    method: 'POST',
    path: '/api/support/tickets/:ticket/feedback/',
    expected: { ...nobody, customer: 400, admin: 403, superadmin: 403 },
    body: { rating: '5', comment: text },
    bad: [
      {},
      { rating: '0' },
      { rating: '6' },
      { rating: 2.5 },
      { rating: '5 ' },
      { rating: null },
      { rating: [5] },
      { rating: '5', comment: 3 },
    ],
  },
  {
    method: 'POST',
    path: '/api/support/register-agent/',
    expected: 'public',
    body: newAgent,
    bad: [
      {},
      { ...newAgent, email: 'nowhere' },
      { ...newAgent, email: 5 },
      { ...newAgent, password: 'short' },
      { ...newAgent, password: 'x'.repeat(73) },
      { ...newAgent, name: ' ' },
      { ...newAgent, contact_number: 919_876_543_210 },
      { ...newAgent, email: 'CUSTOMER@example.org' },
    ],
  },
  { method: 'GET', path: '/api/agent/tickets/', expected: agents },
  { method: 'POST', path: '/api/admin/approve-agent/:agent/', expected: adminsOnly },
  { method: 'GET', path: '/api/admin/support/tickets/', expected: adminsOnly },
  { method: 'GET', path: '/api/support/faq/', expected: 'public' },
];

let desk: TestIncident;
let ids: HexIds;
let ticketId: string;
let agentId: string;

const withIds = (path: string, id?: string): string =>
  path.replace(':ticket', id ?? ticketId).replace(':agent', id ?? agentId);

/** Puts the agent's id in the place of its name. */
const bodyOf = ({ body }: Route): object | undefined =>
  body !== undefined && 'agent_id' in body ? { agent_id: agentId } : body;

beforeAll(async () => {
  desk = await createTestIncident();
  await desk.node.createUser({ username: 'neighbour', role: 'customer' });
  ids = await loadHexIds(desk.node.services.database, desk.node.services.random);
  agentId = ids.encode('user', desk.node.users.agent.id);
  const created = await desk.ask('POST', '/api/support/tickets/create/', {
    as: 'customer',
    body: { ...newTicket, subject: 'Between us' },
  });
  ticketId = (created.body as { ticket: { id: string } }).ticket.id;
  await desk.ask('POST', `/api/support/tickets/${ticketId}/assign-self/`, { as: 'agent' });
  for (const as of people) await desk.tokenOf(as);
});
afterAll(() => desk[Symbol.asyncDispose]());

/** One of the two forms of errors (contract, B4), and nothing of a ticket beside it. */
function expectError(answer: Awaited<ReturnType<TestIncident['ask']>>): void {
  const body = answer.body as Record<string, unknown>;
  const isSentence = Object.keys(body).length === 1 && typeof body['error'] === 'string';
  const isFields = Object.values(body).every(
    (messages) => Array.isArray(messages) && messages.every((each) => typeof each === 'string'),
  );
  expect(isSentence || isFields, answer.text).toBe(true);
  expect(answer.text).not.toContain('Between us');
}

async function expectRefused(route: Route, options: AskOptions & { id?: string }, status: number) {
  const before = await desk.digest();
  const { id, ...rest } = options;
  const answer = await desk.ask(route.method, withIds(route.path, id), rest);
  expect.soft(answer.status, answer.text.slice(0, 300)).toBe(status);
  expectError(answer);
  expect(await desk.digest()).toBe(before);
  return answer;
}

const titled = routes.map((route) => [`${route.method} ${route.path}`, route] as const);
const closed = titled.filter(([, { expected }]) => expected !== 'public');
const identified = titled.filter(([, { path }]) => path.includes(':'));

describe('who may', () => {
  test.each(closed)('%s', async (_title, route) => {
    for (const [as, status] of Object.entries(route.expected)) {
      const options = { as, body: bodyOf(route) };
      if (status >= 400) await expectRefused(route, options, status);
      else {
        const answer = await desk.ask(route.method, withIds(route.path), options);
        expect.soft(answer.status, `${as}: ${answer.text.slice(0, 300)}`).toBe(status);
      }
    }
  });

  test('the refusals say why', async () => {
    const textOf = async (as: string, method: Method, path: string, body?: object): Promise<unknown> =>
      ((await desk.ask(method, withIds(path), { as, body })).body as { error: unknown }).error;
    const detail = '/api/support/tickets/:ticket/';
    expect(await textOf('neighbour', 'GET', detail)).toBe('You can only view your own tickets');
    expect(await textOf('colleague', 'GET', detail)).toBe('You are not assigned to this ticket');
    expect(await textOf('applicant', 'GET', detail)).toBe('Agent is not approved');
    const move = '/api/support/tickets/:ticket/update-status/';
    expect(await textOf('customer', 'PUT', move, { status: 'Closed' })).toBe(
      'You are not assigned to this ticket',
    );
    expect(await textOf('customer', 'POST', '/api/support/tickets/:ticket/add-note/', { note: text })).toBe(
      'Only support agents can add notes',
    );
    expect(await textOf('agent', 'POST', '/api/support/tickets/:ticket/feedback/', { rating: '5' })).toBe(
      'Only customers can submit feedback',
    );
    expect(await textOf('applicant', 'GET', '/api/agent/tickets/')).toBe('Agent is not approved');
    expect(await textOf('agent', 'GET', '/api/admin/support/tickets/')).toBe('Admin access required');
    expect(await textOf('admin', 'POST', '/api/support/tickets/create/', newTicket)).toBe(
      'Only customers can create support tickets',
    );
  });
});

describe('signed out', () => {
  test.each(closed)('%s', async (_title, route) => {
    const token = await desk.tokenOf('superadmin');
    for (const authorization of ['', 'Bearer', 'Bearer nonsense', token, `Bearer ${token}x`]) {
      const answer = await expectRefused(route, { headers: { authorization }, body: bodyOf(route) }, 401);
      expect(answer.body).toEqual({ error: 'Invalid credentials' });
    }
  });

  test('whoever is deactivated is so at once', async () => {
    await desk.node.createUser({ username: 'parting', role: 'agent' });
    const asParting = { as: 'parting' };
    expect((await desk.ask('GET', '/api/agent/tickets/', asParting)).status).toBe(200);
    const { id } = (await desk.node.services.database.db
      .selectFrom('user')
      .select('id')
      .where('username', '=', 'parting')
      .executeTakeFirst())!;
    await desk.node.services.users.deactivate(desk.node.users.admin, id);
    expect((await desk.ask('GET', '/api/agent/tickets/', asParting)).status).toBe(401);
  });

  test.each(['/api/v1/auth/login', '/api/auth/login/'])('a token of %s is good', async (url) => {
    const payload = { username: 'agent', password: 'Correct-Horse-9' };
    const signedIn = await desk.node.app.inject({ method: 'POST', url, payload });
    const token = /"access(?:_token)?":"([^"]+)"/.exec(signedIn.body)?.[1] ?? '';
    const answer = await desk.ask('GET', '/api/agent/tickets/', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
  });
});

describe('absent', () => {
  test.each(identified)('%s', async (_title, route) => {
    const isTicket = route.path.includes(':ticket');
    const kind = isTicket ? 'ticket' : 'user';
    const customerId = ids.encode('user', desk.node.users.customer.id);
    const wrong = [
      ids.encode(kind, 999_999),
      ids.encode(isTicket ? 'user' : 'ticket', 1),
      ...(isTicket ? [] : [customerId]),
      '507f1f77bcf86cd799439012',
      '1',
      '-1',
      'TKT2K9F3',
      'f'.repeat(90),
      '%F0%9F%92%A5',
      "1'%20OR%20'1'='1",
      '%00',
    ];
    const as = route.path.endsWith('assign-self/') ? 'agent' : 'superadmin';
    const asWho = route.path.endsWith('feedback/') ? 'customer' : as;
    for (const id of wrong) {
      const answer = await expectRefused(route, { as: asWho, body: bodyOf(route), id }, 404);
      expect(answer.body).toEqual({ error: isTicket ? 'Ticket not found' : 'Agent not found' });
    }
  });

  test('paths are exact, methods told apart, all in the same envelope', async () => {
    const ask = async (method: Method, path: string): Promise<unknown> => {
      const { status, body } = await desk.ask(method, path, { as: 'admin' });
      return { status, body };
    };
    const notFound = { status: 404, body: { error: 'Not found' } };
    expect(await ask('GET', '/api/support/tickets')).toEqual(notFound);
    expect(await ask('GET', '/api/support/faq')).toEqual(notFound);
    expect(await ask('GET', '/api/agent/nothing/')).toEqual(notFound);
    expect(await ask('GET', `/api/support/tickets/${'f'.repeat(300)}/`)).toEqual(notFound);
    expect(await ask('GET', '/api/support/tickets/%E0%A4%A/')).toEqual({
      status: 400,
      body: { error: expect.any(String) },
    });
    expect(await ask('DELETE', '/api/support/faq/')).toEqual({
      status: 405,
      body: { error: 'Method not allowed' },
    });
    expect(await ask('GET', '/api/support/tickets/create/')).toEqual({
      status: 404,
      body: { error: 'Ticket not found' },
    });
  });
});

describe('bad input', () => {
  const whoMay = (route: Route): string | undefined => {
    if (route.expected === 'public') return undefined;
    if (route.path.endsWith('feedback/') || route.path.endsWith('create/')) return 'customer';
    return 'admin';
  };
  const asked = (route: Route): AskOptions => {
    const as = whoMay(route);
    return as === undefined ? {} : { as };
  };

  test.each(titled.filter(([, { bad }]) => bad !== undefined))('bodies of %s', async (_title, route) => {
    for (const body of route.bad ?? []) await expectRefused(route, { ...asked(route), body }, 400);
    const json = { 'content-type': 'application/json' };
    for (const body of ['{', '[]', '"text"', 'null', '7', '', '{"__proto__": {"a": 1}}']) {
      await expectRefused(route, { ...asked(route), headers: json, body }, 400);
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const body = JSON.stringify(bodyOf(route));
      await expectRefused(route, { ...asked(route), headers: { 'content-type': type }, body }, 400);
    }
    const huge = JSON.stringify({ ...route.body, more: 'x'.repeat(1_100_000) });
    await expectRefused(route, { ...asked(route), headers: json, body: huge }, 400);
  });

  test('every wrong field is named', async () => {
    const { body } = await desk.ask('POST', '/api/support/tickets/create/', {
      as: 'customer',
      body: { subject: '', category: 'Broken' },
    });
    expect(body).toEqual({
      subject: ['This field may not be blank.'],
      description: ['This field is required.'],
      category: ['Not a valid choice. Must be one of: Damaged, Lost, Late, Quality, Other.'],
    });
  });

  test('an address that somebody has is refused, in whatever case', async () => {
    const body = { ...newAgent, email: 'Agent@Example.org' };
    const answer = await desk.ask('POST', '/api/support/register-agent/', { body });
    expect(answer).toMatchObject({
      status: 400,
      body: { email: ['User with this email already exists'] },
    });
  });

  test.each([
    ['customer', '/api/support/tickets/?limit=ten'],
    ['agent', '/api/agent/tickets/?status=open'],
    ['agent', '/api/agent/tickets/?status=Open&status=Closed'],
    ['admin', '/api/admin/support/tickets/?status=Cancelled'],
    ['admin', '/api/support/faq/?category=payment'],
  ])('the query of %s to %s', async (as, path) => {
    const answer = await desk.ask('GET', path, { as });
    expect(answer.status).toBe(400);
    expectError(answer);
    expect(answer.text).toMatch(/limit must be|Not a valid choice. Must be one of: (Open|Damaged), /);
  });

  test('any text is kept as it is', async () => {
    const subject = `Robert'); DROP TABLE ticket;-- 💥 \u202E"<b>`;
    const made = await desk.ask('POST', '/api/support/tickets/create/', {
      as: 'customer',
      body: { ...newTicket, subject, more: { than: 'documented' } },
    });
    expect(made).toMatchObject({ status: 201, body: { ticket: { subject } } });
  });
});
