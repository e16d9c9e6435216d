import Fastify from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App, SurfaceContext } from '../../http/app.ts';
import { act, incidentAt, openIncident } from '../../testing/incident-tickets.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';
import type { Method } from '../../testing/test-asker.ts';
import { incidentManagement } from './incident-management.ts';

let desk: TestIncident;
let id: number;
let userId: number;

/** Signed out, the ticket's customer, another, its agent, another, one who waits, an admin, and the super admin. */
const askers = [
  '',
  'customer',
  'stranger',
  'agent',
  'colleague',
  'applicant',
  'admin',
  'superadmin',
] as const;

type Statuses = readonly [number, number, number, number, number, number, number, number];

/** Bodies are chosen so that whoever may ask is told 400 or 404 and nothing changes, where that is possible. */
interface RouteExpectation {
  method: Method;
  path: string;
  body?: object;
  expected: Statuses;
}

const admins: Statuses = [401, 403, 403, 403, 403, 403, 400, 400];
const adminReads: Statuses = [401, 403, 403, 403, 403, 403, 200, 200];
const adminMisses: Statuses = [401, 403, 403, 403, 403, 403, 404, 404];
const anybody: Statuses = [401, 200, 200, 200, 200, 200, 200, 200];
const onTicket: Statuses = [401, 400, 400, 400, 400, 403, 400, 400];

const routes: readonly RouteExpectation[] = [
  { method: 'POST', path: '/api/auth/login/', expected: [400, 400, 400, 400, 400, 400, 400, 400] },
  { method: 'POST', path: '/api/auth/refresh/', expected: [400, 400, 400, 400, 400, 400, 400, 400] },
  { method: 'GET', path: '/api/tickets/', expected: [401, 200, 200, 200, 200, 403, 200, 200] },
  { method: 'GET', path: '/api/tickets/ID/', expected: [401, 200, 403, 200, 403, 403, 200, 200] },
  {
    method: 'POST',
    path: '/api/tickets/',
    body: { title: 'T', description: 'D' },
    expected: [401, 201, 201, 403, 403, 403, 403, 403],
  },
  { method: 'POST', path: '/api/tickets/ID/assign/', body: {}, expected: admins },
  { method: 'POST', path: '/api/tickets/ID/set_sla/', body: {}, expected: admins },
  { method: 'POST', path: '/api/tickets/ID/open_ticket/', expected: admins },
  { method: 'POST', path: '/api/tickets/ID/start_work/', expected: [401, 403, 403, 400, 403, 403, 400, 400] },
  {
    method: 'POST',
    path: '/api/tickets/DONE/finish_work/',
    expected: [401, 403, 403, 400, 403, 403, 400, 400],
  },
  { method: 'POST', path: '/api/tickets/ID/approve/', expected: [401, 400, 403, 403, 403, 403, 403, 403] },
  { method: 'POST', path: '/api/tickets/ID/reject/', expected: [401, 400, 403, 403, 403, 403, 403, 403] },
  { method: 'POST', path: '/api/tickets/ID/add_comment/', body: {}, expected: onTicket },
  {
    method: 'POST',
    path: '/api/tickets/ID/add_comment/',
    body: { comment: 'Hello' },
    expected: [401, 200, 403, 200, 403, 403, 200, 200],
  },
  { method: 'POST', path: '/api/tickets/ID/add_attachment/', body: {}, expected: onTicket },
  {
    method: 'POST',
    path: '/api/tickets/ID/add_attachment/',
    body: { file_data: 'aGVsbG8=' },
    expected: [401, 200, 403, 200, 403, 403, 200, 200],
  },
  {
    method: 'GET',
    path: '/api/tickets/ID/attachments/999/',
    expected: [401, 404, 403, 404, 403, 403, 404, 404],
  },
  { method: 'GET', path: '/api/users/', expected: adminReads },
  { method: 'GET', path: '/api/users/by_role/?role=CLIENT', expected: adminReads },
  { method: 'GET', path: '/api/users/by_role/', expected: admins },
  { method: 'POST', path: '/api/users/', body: {}, expected: admins },
  { method: 'GET', path: '/api/users/USER/', expected: adminReads },
  { method: 'PATCH', path: '/api/users/USER/', body: {}, expected: adminReads },
  { method: 'PATCH', path: '/api/users/999999/', body: {}, expected: adminMisses },
  { method: 'DELETE', path: '/api/users/999999/', expected: adminMisses },
  { method: 'POST', path: '/api/users/999999/activate/', expected: adminMisses },
  { method: 'POST', path: '/api/users/999999/deactivate/', expected: adminMisses },
  { method: 'GET', path: '/api/profiles/', expected: anybody },
  { method: 'PATCH', path: '/api/profile/update/', body: {}, expected: anybody },
  { method: 'GET', path: '/api/notifications/', expected: anybody },
  { method: 'POST', path: '/api/notifications/999999/replay/', expected: adminMisses },
];

let doneId: number;

beforeAll(async () => {
  desk = await createTestIncident();
  await desk.node.createUser({ username: 'stranger', role: 'customer' });
  userId = desk.node.users.outsider.id;
  id = await incidentAt(desk, 'IN_PROGRESS');
  doneId = await incidentAt(desk, 'CLOSED');
});

afterAll(() => desk[Symbol.asyncDispose]());

const fill = (path: string): string =>
  path.replace('ID', String(id)).replace('DONE', String(doneId)).replace('USER', String(userId));

describe('every route tells everybody apart', () => {
  for (const { method, path, body, expected } of routes) {
    test(`${method} ${path} ${JSON.stringify(body ?? '')}`, async () => {
      for (const [index, as] of askers.entries()) {
        const options = { ...(as === '' ? {} : { as }), ...(body === undefined ? {} : { body }) };
        const answer = await desk.ask(method, fill(path), options);
        expect([as, answer.status]).toEqual([as, expected[index]]);
        if (answer.status < 400) continue;
        expect(Object.keys(answer.body as object)).toEqual([answer.status === 401 ? 'detail' : 'error']);
      }
    });
  }
});

/** The routes that the surface adds, by itself on an application of its own. */
async function servedRoutes(): Promise<string[]> {
  const app: App = Fastify().withTypeProvider<ZodTypeProvider>();
  const served: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') served.push(`${String(method)} ${url}`);
  });
  app.setSerializerCompiler(serializerCompiler);
  // Nothing is asked of it, so that it needs no more than this.
  const context = { services: desk.node.services } as SurfaceContext;
  await app.register(async (scope) => incidentManagement(scope.withTypeProvider<ZodTypeProvider>(), context));
  await app.ready();
  await app.close();
  return served;
}

test('every route of this surface has an expectation', async () => {
  const known = routes.map(({ method, path }) => {
    const [bare = path] = path.split('?');
    return `${method} ${bare.replace(/(ID|DONE|USER|999999)/, ':id').replace('999', ':attachment_id')}`;
  });
  expect([...new Set(known)].toSorted()).toEqual((await servedRoutes()).toSorted());
});

test('the documented texts', async () => {
  const textOf = async (...ask: Parameters<TestIncident['ask']>) => (await desk.ask(...ask)).body;
  expect(await textOf('GET', '/api/tickets/')).toEqual({
    detail: 'Authentication credentials were not provided.',
  });
  expect(await textOf('POST', `/api/tickets/${id}/assign/`, { as: 'admin', body: {} })).toEqual({
    error: 'assigned_to is required (array of user IDs)',
  });
  expect(await textOf('POST', `/api/tickets/${id}/start_work/`, { as: 'colleague' })).toEqual({
    error: 'You are not assigned to this ticket',
  });
  expect((await act(desk, id, 'assign', 'admin', { assigned_to: [userId + 5000] })).body).toEqual({
    error: 'Support user not found',
  });
});

test('a deactivated user is out at once, with and without a token', async () => {
  await desk.node.createUser({ username: 'shortlived', role: 'customer' });
  await desk.tokenOf('shortlived');
  const list = (await desk.ask('GET', '/api/users/by_role/?role=CLIENT', { as: 'admin' })).body as {
    id: number;
    username: string;
  }[];
  const gone = list.find(({ username }) => username === 'shortlived');
  await desk.ask('POST', `/api/users/${gone?.id}/deactivate/`, { as: 'admin' });
  expect((await desk.ask('GET', '/api/tickets/', { as: 'shortlived' })).status).toBe(401);
  const body = { username: 'leaver', password: 'Correct-Horse-9' };
  const login = await desk.ask('POST', '/api/auth/login/', { body });
  expect([login.status, login.body]).toEqual([
    401,
    { detail: 'No active account found with the given credentials' },
  ]);
});

test('paths are this surface only with their slash, and nothing redirects', async () => {
  const bare = await desk.ask('GET', '/api/profiles', { as: 'admin' });
  expect([bare.status, bare.body]).toEqual([404, { detail: 'Not found' }]);
  const unknown = await desk.ask('GET', '/api/nothing/', { as: 'admin' });
  expect([unknown.status, unknown.body]).toEqual([404, { error: 'Not found' }]);
  const wrongMethod = await desk.ask('PUT', `/api/tickets/${id}/`, { as: 'admin' });
  expect([wrongMethod.status, wrongMethod.body]).toEqual([405, { error: 'Method not allowed' }]);
  expect(wrongMethod.headers['allow']).toBe('GET, HEAD');
});

test('a new ticket of a customer is theirs alone', async () => {
  const own = await openIncident(desk);
  const answer = await desk.ask('GET', `/api/tickets/${own}/`, { as: 'stranger' });
  expect([answer.status, answer.body]).toEqual([403, { error: 'You do not have access to this ticket' }]);
});
