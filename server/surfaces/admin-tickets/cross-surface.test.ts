import { expect, test, vi } from 'vitest';
import { createLiveDesk, seesTexts, settings } from '../../testing/live-desk.ts';
import { createTestOperators } from '../../testing/test-operators.ts';
import { testPassword } from '../../testing/test-users.ts';

interface V1Ticket {
  status: string;
  category: string;
  assigned_agent_id: number | null;
  assigned_at: string | null;
  reassignment_count: number;
  agent_response_count: number;
  conversation_history: { message: string; response: string }[];
  activities: { activity_type: string; metadata: object; admin_user_id: number | null }[];
}

test('a ticket of v1 is worked and closed here, and v1 tells all of it', async () => {
  await using desk = await createTestOperators();
  const { agent, colleague } = desk.node.users;
  const v1 = async (id: number) =>
    (await desk.ask<{ data: { ticket: V1Ticket } }>('GET', `/api/v1/tickets/${id}`, { as: 'admin' })).body
      .data.ticket;
  const draft = { subject: 'Card', description: 'Charged twice', category: 'payment', priority: 'high' };
  const created = await desk.ask<{ data: { ticket: { id: number } } }>('POST', '/api/v1/tickets', {
    as: 'admin',
    body: draft,
  });
  const { id } = created.body.data.ticket;
  expect(await desk.read(id)).toMatchObject({
    subject: 'Card',
    category: 'payment',
    priority: 'P2',
    status: 'open',
  });

  await desk.send('POST', `/${id}/assign`, { operatorUsername: 'agent' });
  await desk.send('PATCH', `/${id}`, { assigned_to: 'colleague', category: 'Возврат' });
  await desk.send('POST', `/${id}/messages`, { message: 'Refunded' });
  await desk.send('POST', `/${id}/messages`, { message: 'Fraud?', messageType: 'system_note' });
  await desk.send('PATCH', `/${id}`, { status: 'closed' });

  const ticket = await v1(id);
  expect(ticket).toMatchObject({
    status: 'closed',
    // Chosen through v1, so that words of others do not move it (mapping, section 5).
    category: 'payment',
    assigned_agent_id: colleague.id,
    reassignment_count: 1,
    agent_response_count: 1,
    conversation_history: [{ message: 'Charged twice', response: 'Refunded' }],
  });
  expect(ticket.activities.map(({ activity_type }) => activity_type)).toEqual([
    'status_updated',
    'note_added',
    'reassigned',
    'status_updated',
    'assigned',
  ]);
  expect(await desk.read(id)).toMatchObject({ category: 'Возврат' });
  await desk.send('POST', `/${id}/assign`, { operatorUsername: 'Мария' });
  expect(await v1(id)).toMatchObject({ assigned_agent_id: null, assigned_at: null, status: 'in_progress' });
  expect(agent.id).not.toBe(colleague.id);
});

test('tickets of the other documents are read and closed here, and keep their own words there', async () => {
  await using desk = await createTestOperators();
  const post = async <Body>(path: string, as: string, body: object) =>
    (await desk.ask<Body>('POST', path, { as, body })).body;
  const it = await post<{ id: number }>('/api/tickets', 'customer', {
    title: 'Printer',
    description: 'It burns',
    category: 'hardware_issue',
    priority: 'critical',
  });
  const incident = await post<{ id: number }>('/api/tickets/', 'customer', {
    project_name: 'Shop',
    title: 'Down',
    description: 'All of it',
    priority: 'HIGH',
    category: 'SERVICE_DOWN',
  });
  expect(await desk.read(it.id)).toMatchObject({
    subject: 'Printer',
    category: 'hardware_issue',
    priority: 'P1',
  });
  expect(await desk.read(incident.id)).toMatchObject({
    subject: 'Down',
    category: 'service_down',
    priority: 'P2',
  });
  const customer = desk.node.users.customer;
  for (const { id } of [it, incident]) {
    expect(await desk.read(id)).toMatchObject({ user_id: customer.id, user_name: customer.full_name });
    await desk.send('POST', `/${id}/messages`, { message: 'We look into it' });
    await desk.send('PATCH', `/${id}`, { status: 'closed' });
  }
  const shown = await desk.ask('GET', `/api/tickets/${it.id}`, { as: 'customer' });
  expect(shown.body).toMatchObject({ status: 'closed', category: 'hardware_issue', priority: 'critical' });
  const incidentShown = await desk.ask('GET', `/api/tickets/${incident.id}/`, { as: 'customer' });
  expect(incidentShown.body).toMatchObject({ status: 'CLOSED', category: 'SERVICE_DOWN', priority: 'HIGH' });
  expect(JSON.stringify(incidentShown.body)).not.toContain('Тикет назначен');
});

test('a cancelled ticket shows as closed here and stays cancelled', async () => {
  await using desk = await createTestOperators();
  const { body } = await desk.ask<{ id: number }>('POST', '/api/tickets', {
    as: 'customer',
    body: { title: 'Never mind', description: 'It works again' },
  });
  await desk.ask('PUT', `/api/tickets/${body.id}`, { as: 'admin', body: { status: 'cancelled' } });
  expect((await desk.read(body.id)).status).toBe('closed');
  await desk.send('PATCH', `/${body.id}`, { status: 'closed', priority: 'P1' });
  const there = await desk.ask('GET', `/api/tickets/${body.id}`, { as: 'admin' });
  expect(there.body).toMatchObject({ status: 'cancelled', priority: 'critical' });
  expect((await desk.send('GET', '?status=closed')).body.data.tickets).toHaveLength(1);
});

test('a console sees what an admin does here, and the admin what the console answers', async () => {
  await using desk = await createLiveDesk();
  const { services, users } = desk;
  const login = await fetch(`${desk.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: testPassword }),
  });
  const cookie = login.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const send = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${desk.url}/api/admin/tickets${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as { data: { messages: { message: string }[]; ticket: object } };
  };
  const opened = await desk.open(users.agent.username);
  const { id, uid } = await desk.createTicket({ category: 'loan' });

  await send('POST', `/${id}/assign`, { operatorUsername: 'agent' });
  await send('POST', `/${id}/messages`, { message: 'Please wait' });
  await seesTexts(opened, uid, ['Тикет назначен оператору agent', 'Please wait']);
  await opened.change('ticket-reply', { ticket_uid: uid, message_uid: services.mintUid(), text: 'All done' });
  const args = {
    ticket_uid: uid,
    activity_uid: services.mintUid(),
    base: 'in_progress',
    to: 'resolved',
  } as const;
  await opened.change('ticket-status', args);

  await vi.waitFor(async () => {
    const { messages, ticket } = (await send('GET', `/${id}`)).data;
    expect(messages.at(-1)).toMatchObject({ message: 'All done' });
    expect(ticket).toMatchObject({ status: 'resolved', assigned_to: 'agent' });
  }, settings);
});
