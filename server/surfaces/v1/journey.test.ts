import { expect, test } from 'vitest';
import { createTestNode } from '../../testing/test-node.ts';
import { testPassword } from '../../testing/test-users.ts';

test('a ticket goes from its creation to its end', async () => {
  await using node = await createTestNode();
  const { app, users } = node;
  const login = await app.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: { username: 'superadmin', password: testPassword },
  });
  expect(login.json()).toMatchObject({ success: true });
  const headers = { authorization: `Bearer ${login.json().data.access_token}` };
  const created = await app.inject({
    method: 'POST',
    url: '/api/v1/tickets',
    headers,
    payload: { subject: 'Card declined', description: 'It says no', category: 'payment' },
  });
  expect(created.statusCode).toBe(201);
  const id = created.json().data.ticket.id;
  const step = async (method: 'PATCH' | 'POST' | 'GET', url: string, payload?: object) => {
    const answer = await app.inject({ method, url: `/api/v1/tickets${url}`, headers, ...(payload && { payload }) });
    return answer;
  };
  await step('GET', '?limit=2&cursor=');
  await step('GET', '/unassigned');
  await step('PATCH', `/${id}/assign`, { agent_id: users.agent.id, reason: 'knows it' });
  await step('POST', `/${id}/messages`, { text: 'Hello' });
  await step('POST', `/${id}/messages`, { text: 'Thanks', sender: 'customer' });
  await step('GET', `/${id}/messages`);
  await step('POST', `/${id}/notes`, { note: 'secret' });
  await step('PATCH', `/${id}/category`, { category: 'loan' });
  await step('PATCH', `/${id}/priority`, { priority: 'high' });
  await step('PATCH', `/${id}/status`, { status: 'closed' });
  await step('PATCH', `/${id}/status`, { status: 'resolved', resolution_notes: 'done' });
  await step('GET', `/${id}`);
  await step('GET', `/${id}/activities`);
  await step('GET', '?limit=x');
  await step('PATCH', '/1/status', { status: 'foo' });
  await step('PATCH', '/1/status', {});
  await step('PATCH', '/1/assign', { agent_id: 'x' });
});
