import { expect, test, vi } from 'vitest';
import {
  act,
  incidentAt,
  incidentDraft,
  openIncident,
  readIncident,
  type IncidentTicket,
} from '../../testing/incident-tickets.ts';
import { createLiveDesk, seesTexts, settings } from '../../testing/live-desk.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';
import { testPassword } from '../../testing/test-users.ts';

interface V1Ticket {
  status: string;
  category: string;
  assigned_agent_id: number | null;
  resolution_notes: string | null;
  conversation_history: { message: string; response: string }[];
}

async function readV1({ ask }: TestIncident, id: number): Promise<V1Ticket> {
  const { body } = await ask('GET', `/api/v1/tickets/${id}`, { as: 'admin' });
  return (body as { data: { ticket: V1Ticket } }).data.ticket;
}

const moveV1 = ({ ask }: TestIncident, id: number, status: string) =>
  ask('PATCH', `/api/v1/tickets/${id}/status`, { as: 'admin', body: { status } });

test('a ticket made here is read, worked and closed through v1, and nothing is lost here', async () => {
  await using desk = await createTestIncident();
  const { agent, colleague } = desk.node.users;
  const id = await openIncident(desk, { category: 'SERVICE_DOWN', priority: 'HIGH' });
  expect(await readV1(desk, id)).toMatchObject({ status: 'open', category: 'technical' });
  await act(desk, id, 'assign', 'admin', { assigned_to: [agent.id, colleague.id] });
  await act(desk, id, 'open_ticket', 'admin');
  expect(await readV1(desk, id)).toMatchObject({ status: 'open', assigned_agent_id: agent.id });
  const { outsider } = desk.node.users;
  const body = { agent_id: outsider.id };
  await desk.ask('PATCH', `/api/v1/tickets/${id}/assign`, { as: 'admin', body });
  await desk.ask('PATCH', `/api/v1/tickets/${id}/category`, { as: 'admin', body: { category: 'payment' } });
  desk.node.clock.advance(1000);
  await desk.ask('POST', `/api/v1/tickets/${id}/messages`, { as: 'outsider', body: { text: 'On it' } });
  desk.node.clock.advance(1000);
  for (const status of ['resolved', 'closed']) expect((await moveV1(desk, id, status)).status).toBe(200);
  const ticket = await readIncident(desk, id, 'customer');
  expect(ticket).toMatchObject({
    ...incidentDraft,
    category: 'SERVICE_DOWN',
    priority: 'HIGH',
    status: 'CLOSED',
    assigned_to: [outsider.id, colleague.id],
  });
  expect(ticket.history.map(({ status_to, comment }) => [status_to, comment])).toEqual([
    ['OPENED', 'Ticket opened by admin'],
    ['IN_PROGRESS', 'Work started on ticket'],
    ['IN_PROGRESS', 'On it'],
    ['RESOLVED', 'Work finished on ticket'],
    ['CLOSED', 'Ticket closed'],
  ]);
});

test('a ticket made through v1 is worked and approved here by its customer', async () => {
  await using desk = await createTestIncident();
  const { agent, customer } = desk.node.users;
  const body = {
    subject: 'Card charged twice',
    description: 'Once on Monday, once today',
    category: 'payment',
    priority: 'critical',
    requester: { id: customer.id },
  };
  const made = await desk.ask('POST', '/api/v1/tickets', { as: 'admin', body });
  const { id } = (made.body as { data: { ticket: { id: number } } }).data.ticket;
  expect(await readIncident(desk, id, 'customer')).toMatchObject({
    project_name: null,
    title: 'Card charged twice',
    priority: 'HIGH',
    category: 'PROBLEM',
    status: 'NEW',
    created_by: customer.id,
    history: [],
  });
  await act(desk, id, 'open_ticket', 'admin');
  await act(desk, id, 'assign', 'admin', { assigned_to: [agent.id] });
  await act(desk, id, 'start_work', 'agent');
  await act(desk, id, 'finish_work', 'agent', { comment: 'Refunded' });
  const v1 = await readV1(desk, id);
  expect(v1).toMatchObject({ status: 'resolved', resolution_notes: 'Refunded' });
  await act(desk, id, 'approve', 'customer', { comment: 'Thanks' });
  const closed = await readV1(desk, id);
  expect(closed).toMatchObject({ status: 'closed', category: 'payment' });
  expect(closed.conversation_history).toMatchObject([
    { message: body.description, response: 'Refunded' },
    { message: 'Thanks', response: '' },
  ]);
});

test('what waits elsewhere is in progress here, and reopened elsewhere goes on here', async () => {
  await using desk = await createTestIncident();
  const id = await incidentAt(desk, 'CLOSED');
  expect((await moveV1(desk, id, 'open')).status).toBe(200);
  expect(await readIncident(desk, id)).toMatchObject({
    status: 'OPENED',
    resolved_at: null,
    closed_at: null,
  });
  expect((await act(desk, id, 'start_work', 'agent')).body).toMatchObject({ status: 'IN_PROGRESS' });
});

test('a console sees what a client writes, and the client what the console answers', async () => {
  await using desk = await createLiveDesk();
  const { agent } = desk.users;
  const api = async (method: string, path: string, token: string, body?: object) => {
    const answer = await fetch(`${desk.url}/api/${path}/`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as IncidentTicket & { access: string };
  };
  const signIn = async (username: string) =>
    (await api('POST', 'auth/login', '', { username, password: testPassword })).access;
  const [admin, client] = [await signIn('admin'), await signIn('customer')];
  const opened = await desk.open(agent.username);

  const { id } = await api('POST', 'tickets', client, incidentDraft);
  await api('POST', `tickets/${id}/open_ticket`, admin);
  await api('POST', `tickets/${id}/assign`, admin, { assigned_to: [agent.id] });
  await api('POST', `tickets/${id}/add_comment`, client, { comment: 'It happens on Mondays' });
  const uid = (await desk.services.ticketReads.find({ id }))?.uid ?? '';
  await seesTexts(opened, uid, ['It happens on Mondays']);

  const reply = { ticket_uid: uid, message_uid: desk.services.mintUid(), text: 'Try now, please' };
  await opened.change('ticket-reply', reply);
  await vi.waitFor(async () => {
    const { history } = await api('GET', `tickets/${id}`, client);
    expect(history.at(-1)).toMatchObject({ comment: 'Try now, please', status_to: 'OPENED' });
  }, settings);
  for (const [base, to] of [
    ['opened', 'in_progress'],
    ['in_progress', 'resolved'],
  ] as const) {
    const args = { ticket_uid: uid, activity_uid: desk.services.mintUid(), base, to };
    await opened.change('ticket-status', args);
  }
  await vi.waitFor(async () => {
    expect((await api('POST', `tickets/${id}/approve`, client)).status).toBe('CLOSED');
  }, settings);
  await vi.waitFor(async () => {
    expect((await opened.call('tickets.get', { uid }))?.ticket.status).toBe('closed');
  }, settings);
});
