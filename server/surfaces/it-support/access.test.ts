import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestIt, type TestIt } from '../../testing/test-it.ts';
import { testPassword } from '../../testing/test-users.ts';
import type { Method } from '../../testing/test-asker.ts';

const everybody = [
  'nobody',
  'customer',
  'stranger',
  'agent',
  'outsider',
  'applicant',
  'leaver',
  'admin',
  'superadmin',
] as const;

type Who = (typeof everybody)[number];

let desk: TestIt;
let ticketId: number;

beforeAll(async () => {
  desk = await createTestIt();
  await desk.node.createUser({ username: 'stranger', role: 'customer' });
  const body = { title: 'No network', description: 'The wifi is gone' };
  ticketId = (await desk.ask<{ id: number }>('POST', '/api/tickets', { as: 'customer', body })).body.id;
});
afterAll(() => desk[Symbol.asyncDispose]());

/** Signed out and deactivated people get 401, and those who wait for approval 403, wherever it is not said here. */
const ordinary = { nobody: 401, leaver: 401, applicant: 403 };
const anybody = {
  ...ordinary,
  customer: 200,
  stranger: 200,
  agent: 200,
  outsider: 200,
  admin: 200,
  superadmin: 200,
};
const staff = { ...anybody, customer: 403, stranger: 403 };
const own = { ...anybody, stranger: 403 };
const admins = { ...staff, agent: 403, outsider: 403 };

const faq = { question: 'Why?', answer: 'Because.', category: 'General' };

const routes: readonly (readonly [Method, string, Record<Who, number>, unknown?])[] = [
  ['GET', '/api/auth/me', { ...anybody, applicant: 200 }],
  ['GET', '/api/dashboard/health', anybody],
  ['GET', '/api/dashboard/metrics', anybody],
  ['GET', '/api/dashboard/logs', anybody],
  ['GET', '/api/tickets', anybody],
  ['POST', '/api/tickets', anybody, { title: 'T', description: 'D', category: 'other' }],
  ['GET', '/api/tickets/analytics/summary', anybody],
  ['GET', '/api/tickets/:id', own],
  ['PUT', '/api/tickets/:id', own, { title: 'No network' }],
  ['PUT', '/api/tickets/:id', staff, { priority: 'low' }],
  ['PUT', '/api/tickets/:id', staff, { priority: 'high' }],
  ['POST', '/api/chatbot/chat', anybody, { message: 'Hello' }],
  ['GET', '/api/chatbot/faqs', anybody],
  ['POST', '/api/chatbot/faqs', staff, faq],
  ['GET', '/api/chatbot/analytics', staff],
  ['GET', '/api/chatbot/logs', staff],
  ['DELETE', '/api/tickets/:id', { ...admins, superadmin: 404 }],
];

const detailByStatus: Record<number, string> = {
  401: 'Could not validate credentials',
  403: 'Not enough permissions',
  404: 'Resource not found',
};

test.each(routes.map(([method, path, expected, payload]) => ({ method, path, expected, payload })))(
  '$method $path answers everybody as it should',
  async ({ method, path, expected, payload }) => {
    const url = path.replace(':id', String(ticketId));
    for (const who of everybody) {
      const before = await desk.digest();
      const options = who === 'nobody' ? {} : { as: who };
      const body = payload === undefined ? {} : { body: payload };
      const answer = await desk.ask(method, url, { ...options, ...body });
      expect({ who, status: answer.status }).toEqual({ who, status: expected[who] });
      const detail = detailByStatus[answer.status];
      if (detail === undefined) continue;
      expect(answer.body).toEqual({ detail });
      expect(await desk.digest()).toBe(before);
    }
  },
);

test('where registration is open, people are what they say they are', async () => {
  await using open = await createTestIt({ opensRegistration: true });
  for (const role of ['admin', 'support_agent']) {
    const username = `new_${role}`;
    const person = { username, email: `${username}@example.org`, password: testPassword, full_name: 'New' };
    const made = await open.ask('POST', '/api/auth/register', { body: { ...person, role } });
    expect(made).toMatchObject({ status: 200, body: { role } });
    expect((await open.ask('GET', '/api/chatbot/logs', { as: username })).status).toBe(200);
  }
});

test('nobody makes an admin of themselves, and agents wait for approval', async () => {
  const person = (username: string, role: string) => ({
    username,
    email: `${username}@example.org`,
    password: 'string',
    full_name: 'A B',
    role,
  });
  const register = (body: object, as?: string) =>
    desk.ask<{ id: number }>('POST', '/api/auth/register', { body, ...(as === undefined ? {} : { as }) });
  for (const as of [undefined, 'customer', 'agent', 'admin']) {
    const before = await desk.digest();
    const refused = await register(person('boss', 'admin'), as);
    expect(refused).toMatchObject({ status: 403, body: { detail: 'Not enough permissions' } });
    expect(await desk.digest()).toBe(before);
  }
  expect(await register(person('boss', 'admin'), 'superadmin')).toMatchObject({
    status: 200,
    body: { role: 'admin', is_active: true },
  });
  const { users } = desk.node.services;
  const alone = await register(person('alone', 'support_agent'));
  expect(alone).toMatchObject({ status: 200, body: { role: 'support_agent' } });
  expect(await users.find(alone.body.id)).toMatchObject({ is_approved: 0, department: 'general' });
  const hired = await register(person('hired', 'support_agent'), 'admin');
  expect(await users.find(hired.body.id)).toMatchObject({ is_approved: 1, agent_capacity: 10 });
});
