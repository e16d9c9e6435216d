import { expect, test } from 'vitest';
import { act, incidentDraft, openIncident, readIncident } from '../../testing/incident-tickets.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';

/** Makes a ticket of the customer's through another surface, and answers its integer. */
const makers: Record<string, (desk: TestIncident) => Promise<number>> = {
  'customer-support': async (desk) => {
    const body = { subject: 'Box broken', description: 'It arrived open', category: 'Damaged' };
    const made = await desk.ask('POST', '/api/support/tickets/create/', { as: 'customer', body });
    expect(made.status).toBe(201);
    const [newest] = (await desk.ask('GET', '/api/tickets/', { as: 'customer' })).body as { id: number }[];
    return newest?.id ?? 0;
  },
  'it-support': async (desk) => {
    const body = { title: 'Box broken', description: 'It arrived open', category: 'hardware_issue' };
    const made = await desk.ask('POST', '/api/tickets', { as: 'customer', body });
    return (made.body as { id: number }).id;
  },
};

test.each(Object.entries(makers))('a ticket made through %s goes the whole way here', async (_name, make) => {
  await using desk = await createTestIncident();
  const id = await make(desk);
  expect(await readIncident(desk, id, 'customer')).toMatchObject({
    title: 'Box broken',
    description: 'It arrived open',
    project_name: null,
    category: 'PROBLEM',
    priority: 'MEDIUM',
    status: 'NEW',
    created_by: desk.node.users.customer.id,
    history: [],
  });
  await act(desk, id, 'assign', 'admin', { assigned_to: [desk.node.users.agent.id] });
  await act(desk, id, 'open_ticket', 'admin');
  await act(desk, id, 'start_work', 'agent');
  await act(desk, id, 'finish_work', 'agent', { comment: 'Replaced' });
  const closed = await act(desk, id, 'approve', 'customer');
  expect(closed.body).toMatchObject({ status: 'CLOSED' });
});

/** Closes a ticket through another surface, whatever that takes there. */
const closers: Record<string, (desk: TestIncident, id: number) => Promise<unknown>> = {
  'admin-tickets': (desk, id) =>
    desk.ask('PATCH', `/api/admin/tickets/${id}`, { as: 'admin', body: { status: 'closed' } }),
  'it-support': (desk, id) =>
    desk.ask('PUT', `/api/tickets/${id}`, { as: 'admin', body: { status: 'closed' } }),
  'it-support, cancelled': (desk, id) =>
    desk.ask('PUT', `/api/tickets/${id}`, { as: 'admin', body: { status: 'cancelled' } }),
  'customer-support': async (desk) => {
    const listed = (await desk.ask('GET', '/api/admin/support/tickets/', { as: 'admin' })).body;
    const hexId = (listed as { tickets: { id: string }[] }).tickets[0]?.id ?? '';
    for (const status of ['In Progress', 'Resolved', 'Closed']) {
      const path = `/api/support/tickets/${hexId}/update-status/`;
      await desk.ask('PUT', path, { as: 'agent', body: { status } });
    }
  },
};

test.each(Object.entries(closers))('a ticket closed through %s is closed here', async (_name, close) => {
  await using desk = await createTestIncident();
  const { agent, colleague } = desk.node.users;
  const id = await openIncident(desk, { category: 'NEW_FEATURE', priority: 'LOW' });
  await act(desk, id, 'assign', 'admin', { assigned_to: [agent.id, colleague.id] });
  await act(desk, id, 'open_ticket', 'admin');
  await close(desk, id);
  const ticket = await readIncident(desk, id, 'customer');
  expect(ticket).toMatchObject({
    ...incidentDraft,
    category: 'NEW_FEATURE',
    priority: 'LOW',
    status: 'CLOSED',
    assigned_to: [agent.id, colleague.id],
  });
  expect(ticket.closed_at).not.toBeNull();
  expect(ticket.history.at(-1)).toMatchObject({ status_to: 'CLOSED' });
});

test('a ticket deleted through it-support is not found here', async () => {
  await using desk = await createTestIncident();
  const id = await openIncident(desk);
  await desk.ask('DELETE', `/api/tickets/${id}`, { as: 'admin' });
  const answer = await desk.ask('GET', `/api/tickets/${id}/`, { as: 'customer' });
  expect([answer.status, answer.body]).toEqual([404, { error: 'Ticket not found' }]);
  expect((await desk.ask('GET', '/api/tickets/', { as: 'customer' })).body).toEqual([]);
});
