import { afterAll, beforeAll, expect, test } from 'vitest';
import { incidentAt } from '../../testing/incident-tickets.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';
import type { Method } from '../../testing/test-asker.ts';

let desk: TestIncident;
let id: number;
let before: string;

beforeAll(async () => {
  desk = await createTestIncident();
  id = await incidentAt(desk, 'RESOLVED');
  for (const as of ['superadmin', 'customer', 'agent']) await desk.tokenOf(as);
  before = await desk.digest();
});

afterAll(() => desk[Symbol.asyncDispose]());

/** @throws when the answer is no 4xx of this surface, or when anything was written */
async function expectRefused(method: Method, path: string, as: string | null, body?: unknown, headers = {}) {
  const options = { ...(as === null ? {} : { as }), ...(body === undefined ? {} : { body }), headers };
  const answer = await desk.ask(method, path, options);
  expect(answer.status, `${path} ${JSON.stringify(body)?.slice(0, 80)} ${answer.text}`).toBeGreaterThan(399);
  expect(answer.status, answer.text).toBeLessThan(500);
  const key = answer.status === 401 ? 'detail' : 'error';
  expect(Object.keys(answer.body as object)).toEqual([key]);
  expect(typeof (answer.body as Record<string, unknown>)[key]).toBe('string');
}

const fill = (path: string): string =>
  path.replace('ID', String(id)).replace('USER', String(desk.node.users.agent.id));

const json = { 'content-type': 'application/json' };

interface BodyRoute {
  method: Method;
  path: string;
  as: string | null;
  bodies: readonly unknown[];
}

const ticket = { title: 'T', description: 'D' };
const person = {
  username: 'somebody',
  password: 'long enough',
  password_confirm: 'long enough',
  email: 'somebody@example.org',
  first_name: 'Some',
  last_name: 'Body',
  role: 'CLIENT',
};
const long = 'x'.repeat(60_000);

const bodyRoutes: readonly BodyRoute[] = [
  {
    method: 'POST',
    path: '/api/auth/login/',
    as: null,
    bodies: [{ username: 'admin' }, { username: 1, password: 'x' }, { username: 'a\0', password: 'x' }],
  },
  { method: 'POST', path: '/api/auth/refresh/', as: null, bodies: [{ refresh: 5 }, { refresh: long }] },
  {
    method: 'POST',
    path: '/api/tickets/',
    as: 'customer',
    bodies: [
      { ...ticket, title: undefined },
      { ...ticket, title: '  ' },
      { ...ticket, title: 'x'.repeat(301) },
      { ...ticket, title: ['T'] },
      { ...ticket, title: 'a\0b' },
      { ...ticket, description: long },
      { ...ticket, priority: 'high' },
      { ...ticket, priority: 'CRITICAL' },
      { ...ticket, category: 'OTHER' },
      { ...ticket, project_name: 7 },
    ],
  },
  {
    method: 'POST',
    path: '/api/tickets/ID/assign/',
    as: 'superadmin',
    bodies: [
      { assigned_to: [] },
      { assigned_to: 3 },
      { assigned_to: ['3'] },
      { assigned_to: [1.5] },
      { assigned_to: [1e300] },
      { assigned_to: [Number.MAX_SAFE_INTEGER] },
      { assigned_to: [3], resolution_due_at: 'tomorrow' },
      { assigned_to: [3], estimated_resolution_time: '2025-02-30T00:00:00Z' },
    ],
  },
  {
    method: 'POST',
    path: '/api/tickets/ID/set_sla/',
    as: 'superadmin',
    bodies: [{ response_due_at: null }, { response_due_at: 5 }, { resolution_due_at: '2025-12-24' }],
  },
  {
    method: 'POST',
    path: '/api/tickets/ID/approve/',
    as: 'customer',
    bodies: [{ comment: 5 }, { comment: { text: 'x' } }, { comment: long }, 'text'],
  },
  {
    method: 'POST',
    path: '/api/tickets/ID/add_comment/',
    as: 'agent',
    bodies: [{ comment: '' }, { comment: ' \n' }, { comment: null }, { comment: long }, { comment: ['x'] }],
  },
  {
    method: 'POST',
    path: '/api/tickets/ID/add_attachment/',
    as: 'agent',
    bodies: [{ file_data: '' }, { file_data: 5 }, { file_data: 'a' }, { file_data: '<no base64>' }],
  },
  {
    method: 'POST',
    path: '/api/users/',
    as: 'superadmin',
    bodies: [
      { ...person, username: 'two words' },
      { ...person, username: 'AGENT' },
      { ...person, email: 'agent@example.org' },
      { ...person, email: 'nobody' },
      { ...person, password_confirm: 'something else' },
      { ...person, password: 'short', password_confirm: 'short' },
      { ...person, role: 'SUPERADMIN' },
      { ...person, first_name: '' },
      { ...person, phone_number: 5 },
    ],
  },
  {
    method: 'PATCH',
    path: '/api/users/USER/',
    as: 'superadmin',
    bodies: [{ email: 'admin@example.org' }, { role: 'agent' }, { password: 'short' }, { username: 'admin' }],
  },
  {
    method: 'PATCH',
    path: '/api/profile/update/',
    as: 'customer',
    bodies: [
      { password: 'long enough' },
      { password_confirm: 'long enough' },
      { password: 'long enough', password_confirm: 'other enough' },
      { password: 'short', password_confirm: 'short' },
      { first_name: ' ' },
    ],
  },
];

test.each(bodyRoutes)(
  '$method $path refuses what is no body of its own',
  { timeout: 30_000 },
  async ({ method, path, as, bodies }) => {
    // Nothing to say is said by null, too.
    const others = path.endsWith('/approve/') ? [[], 'text', 5] : [[], 'text', 5, null];
    for (const body of [...bodies, ...others]) {
      await expectRefused(
        method,
        fill(path),
        as,
        typeof body === 'object' && body !== null ? body : JSON.stringify(body),
        json,
      );
    }
    await expectRefused(method, fill(path), as, '{"broken"', json);
    await expectRefused(method, fill(path), as, '<xml/>', { 'content-type': 'text/xml' });
    await expectRefused(method, fill(path), as, 'x'.repeat(17 * 1024 * 1024), json);
    expect(await desk.digest()).toBe(before);
  },
);

const strangeIds = [
  '0',
  '-1',
  '1.5',
  'abc',
  '99999999999999999999',
  'NaN',
  '%00',
  "1'%20OR%201=1",
  '%F0%9F%92%A5',
  '0x1',
];
const hexId = '01aaaaaaaa00000000000001';

test.each([
  ['GET', '/api/tickets/ID/', 'superadmin'],
  ['POST', '/api/tickets/ID/open_ticket/', 'superadmin'],
  ['POST', '/api/tickets/ID/start_work/', 'superadmin'],
  ['POST', '/api/tickets/ID/approve/', 'customer'],
  ['GET', '/api/tickets/ID/attachments/1/', 'superadmin'],
  ['GET', '/api/users/ID/', 'superadmin'],
  ['DELETE', '/api/users/ID/', 'superadmin'],
  ['POST', '/api/users/ID/deactivate/', 'superadmin'],
] as const)('%s %s knows no strange ids', async (method, path, as) => {
  for (const strange of [...strangeIds, hexId, '7777777']) {
    await expectRefused(method, path.replace('ID', strange), as);
  }
  expect(await desk.digest()).toBe(before);
});

test('queries are read or refused', async () => {
  for (const query of ['limit=x', 'limit=1&limit=2', 'offset=1.5', `limit=${'9'.repeat(20)}`]) {
    await expectRefused('GET', `/api/tickets/?${query}`, 'superadmin');
  }
  await expectRefused('GET', '/api/users/by_role/?role=agent', 'superadmin');
  expect((await desk.ask('GET', '/api/tickets/?limit=-5&unknown=1', { as: 'superadmin' })).status).toBe(200);
});

test('forms that cannot be read are refused, and files that are too large', { timeout: 30_000 }, async () => {
  const path = `/api/tickets/${id}/add_attachment/`;
  const form = { 'content-type': 'multipart/form-data; boundary=b' };
  await expectRefused('POST', path, 'agent', 'no form at all', form);
  await expectRefused('POST', path, 'agent', '--b\r\nbroken', form);
  await expectRefused('POST', path, 'agent', 'x', { 'content-type': 'multipart/form-data' });
  const part = 'content-disposition: form-data; name="other"';
  await expectRefused('POST', path, 'agent', `--b\r\n${part}\r\n\r\nx\r\n--b--\r\n`, form);
  const file = 'content-disposition: form-data; name="file_data"; filename="big.bin"';
  const big = `--b\r\n${file}\r\n\r\n${'x'.repeat(11 * 1024 * 1024)}\r\n--b--\r\n`;
  await expectRefused('POST', path, 'agent', big, form);
  expect(await desk.digest()).toBe(before);
});
