import { expect, test } from 'vitest';
import { createLiveDesk } from '../testing/live-desk.ts';

test('a console asks the node in the name of whoever is signed in', async () => {
  await using desk = await createLiveDesk();
  const ticket = await desk.createTicket({ subject: 'Asked for' });
  const admins = await desk.open(desk.users.superAdmin.username);
  const agents = await desk.open(desk.users.agent.username);
  const found = await admins.call('node.request', {
    method: 'GET',
    path: `/api/v1/tickets/${ticket.id}`,
  });
  expect(found).toMatchObject({
    status: 200,
    body: { success: true, data: { ticket: { id: ticket.id, status: 'open' } } },
  });

  const changed = await admins.call('node.request', {
    method: 'PATCH',
    path: `/api/v1/tickets/${ticket.id}/priority`,
    body: { priority: 'high' },
  });
  expect(changed.status).toBe(200);
  const refused = await agents.call('node.request', { method: 'GET', path: '/api/v1/admin/users' });
  expect(refused).toMatchObject({
    status: 403,
    body: { detail: 'Access denied. Required roles: super_admin, admin' },
  });
});

test('without the network it fails at once, and nothing else may be asked', async () => {
  await using desk = await createLiveDesk();
  const agents = await desk.open(desk.users.agent.username);
  const elsewhere = await agents.replica.call('node.request', { method: 'GET', path: '/api/tickets/' });
  expect(elsewhere).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  agents.cut();
  const cut = await agents.replica.call('node.request', { method: 'GET', path: '/api/v1/tickets' });
  expect(cut).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
});
