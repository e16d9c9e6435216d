import { defaultRateLimits } from '../../config/rate-limits.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listActions } from '../../audit/audit-log.repo.ts';
import { createTestNode } from '../../testing/test-node.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';

let desk: TestIncident;

beforeEach(async () => {
  desk = await createTestIncident();
});
afterEach(() => desk[Symbol.asyncDispose]());

const applicant = {
  email: 'Jo.Agent@example.com',
  password: 'securepass123',
  name: 'Jo  van Agent',
  contact_number: '+91 98765 43210',
};

async function register(): Promise<string> {
  const made = await desk.ask('POST', '/api/support/register-agent/', { body: applicant });
  expect(made.status, made.text).toBe(201);
  return (made.body as { user: { id: string } }).user.id;
}

async function tokenFrom(url: string, username: string): Promise<Record<string, string>> {
  const payload = { username, password: applicant.password };
  const answer = await desk.node.app.inject({ method: 'POST', url, payload });
  const token = /"access(?:_token)?":"([^"]+)"/.exec(answer.body)?.[1] ?? '';
  return { authorization: `Bearer ${token}` };
}

test('who registers is an agent of the general department, waiting, reached by what they gave', async () => {
  await register();
  const stored = await desk.node.services.database.db
    .selectFrom('user')
    .select([
      'username',
      'email',
      'full_name',
      'first_name',
      'last_name',
      'role',
      'is_active',
      'is_approved',
      'department',
      'agent_capacity',
      'contact_number',
    ])
    .where('email', '=', applicant.email)
    .executeTakeFirst();
  expect(stored).toEqual({
    username: applicant.email,
    email: applicant.email,
    full_name: 'Jo  van Agent',
    first_name: 'Jo',
    last_name: 'van Agent',
    role: 'agent',
    is_active: 1,
    is_approved: 0,
    department: 'general',
    agent_capacity: 10,
    contact_number: '+91 98765 43210',
  });
});

test('nobody else gets the address, not even at the same moment', async () => {
  const both = await Promise.all(
    ['a', 'b'].map(() => desk.ask('POST', '/api/support/register-agent/', { body: applicant })),
  );
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 400]);
});

test('before approval they sign in and reach nothing; afterwards the same token works', async () => {
  const id = await register();
  const ticket = {
    subject: 'Late',
    description: 'Very',
    category: 'Late',
  };
  const made = await desk.ask('POST', '/api/support/tickets/create/', { as: 'customer', body: ticket });
  const ticketId = (made.body as { ticket: { id: string } }).ticket.id;
  const headers = await tokenFrom('/api/auth/login/', 'jo.agent@EXAMPLE.com');
  const list = () => desk.ask('GET', '/api/agent/tickets/?status=Open', { headers });
  const take = () => desk.ask('POST', `/api/support/tickets/${ticketId}/assign-self/`, { headers });
  for (const refused of [await list(), await take()]) {
    expect(refused).toMatchObject({ status: 403, body: { error: 'Agent is not approved' } });
  }
  const handed = await desk.ask('POST', `/api/support/tickets/${ticketId}/reassign/`, {
    as: 'admin',
    body: { agent_id: id },
  });
  expect(handed.status).toBe(404);

  const scopeChanges: number[] = [];
  const unsubscribe = desk.node.services.feed.subscribeScopes((userId) => scopeChanges.push(userId));
  for (const as of ['superadmin', 'admin']) {
    const approved = await desk.ask('POST', `/api/admin/approve-agent/${id}/`, { as });
    expect(approved.status).toBe(200);
  }
  unsubscribe();
  expect(scopeChanges).toHaveLength(1);
  const actions = await listActions(desk.node.services.database.db, {
    type: 'user',
    id: scopeChanges[0] ?? 0,
  });
  expect(actions).toMatchObject([
    {
      action: 'agent_approved',
      admin_id: desk.node.users.superAdmin.id,
      metadata: { username: applicant.email },
    },
  ]);
  expect(await list()).toMatchObject({ status: 200, body: { tickets: [{ id: ticketId }] } });
  expect(await take()).toMatchObject({ status: 200, body: { ticket: { agent_id: id } } });
  const elsewhere = await tokenFrom('/api/v1/auth/login', applicant.email);
  expect((await desk.ask('GET', '/api/v1/auth/me', { headers: elsewhere })).status).toBe(200);
});

test('trying out which addresses are taken comes to an end', async () => {
  await using node = await createTestNode({ config: { rateLimits: defaultRateLimits } });
  const register = () =>
    node.app.inject({
      method: 'POST',
      url: '/api/support/register-agent/',
      payload: { ...applicant, email: 'agent@example.org' },
    });
  for (let attempt = 0; attempt < 10; attempt += 1) expect((await register()).statusCode).toBe(400);
  const last = await register();
  expect(last.statusCode).toBe(429);
  expect(last.json()).toEqual({ error: 'Too many attempts. Please try again later.' });
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
});
