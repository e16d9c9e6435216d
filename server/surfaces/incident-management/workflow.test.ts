import { expect, test } from 'vitest';
import {
  act,
  incidentAt,
  openIncident,
  readIncident,
  type IncidentTicket,
} from '../../testing/incident-tickets.ts';
import { createTestIncident } from '../../testing/test-incident.ts';

test('the workflow from a new ticket to an approved one, with what was said on the way', async () => {
  await using desk = await createTestIncident();
  const id = await incidentAt(desk, 'IN_PROGRESS');
  desk.node.clock.advance(1000);
  const finished = await act(desk, id, 'finish_work', 'agent', { comment: 'Fixed the connection' });
  expect(finished.status).toBe(200);
  expect(finished.body).toMatchObject({ id, status: 'RESOLVED' });
  expect((finished.body as IncidentTicket).resolved_at).not.toBeNull();
  desk.node.clock.advance(1000);
  const rejected = await act(desk, id, 'reject', 'customer', { comment: 'Still broken on my phone' });
  expect(rejected.body).toMatchObject({ status: 'IN_PROGRESS', resolved_at: null });
  desk.node.clock.advance(1000);
  await act(desk, id, 'finish_work', 'agent');
  desk.node.clock.advance(1000);
  const approved = await act(desk, id, 'approve', 'customer', { comment: 'Works perfectly, thank you!' });
  expect(approved.body).toMatchObject({ status: 'CLOSED' });
  const { history, closed_at } = approved.body as IncidentTicket;
  expect(closed_at).not.toBeNull();
  expect(history.map(({ status_to, comment }) => [status_to, comment])).toEqual([
    ['OPENED', 'Ticket opened by admin'],
    ['IN_PROGRESS', 'Work started on ticket'],
    ['RESOLVED', 'Fixed the connection'],
    ['IN_PROGRESS', 'Still broken on my phone'],
    ['RESOLVED', 'Work finished on ticket'],
    ['CLOSED', 'Works perfectly, thank you!'],
  ]);
});

test.each([
  ['NEW', 'start_work', 'agent'],
  ['NEW', 'finish_work', 'agent'],
  ['NEW', 'approve', 'customer'],
  ['OPENED', 'open_ticket', 'admin'],
  ['OPENED', 'finish_work', 'admin'],
  ['IN_PROGRESS', 'start_work', 'agent'],
  ['IN_PROGRESS', 'approve', 'customer'],
  ['IN_PROGRESS', 'reject', 'customer'],
  ['RESOLVED', 'finish_work', 'agent'],
  ['CLOSED', 'open_ticket', 'admin'],
  ['CLOSED', 'reject', 'customer'],
] as const)('a ticket that is %s refuses %s with 400 and stays', async (status, name, as) => {
  await using desk = await createTestIncident();
  let id: number;
  if (status === 'NEW') {
    id = await openIncident(desk);
    await act(desk, id, 'assign', 'admin', { assigned_to: [desk.node.users.agent.id] });
  } else id = await incidentAt(desk, status);
  await desk.tokenOf(as);
  const before = await desk.digest();
  const answer = await act(desk, id, name, as);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body as object)).toEqual(['error']);
  expect(await desk.digest()).toBe(before);
});

test('the response is due by priority, and late only by the clock', async () => {
  await using desk = await createTestIncident();
  for (const [priority, minutes] of [
    ['HIGH', 30],
    ['MEDIUM', 120],
    ['LOW', 1440],
  ] as const) {
    const id = await openIncident(desk, { priority });
    const ticket = await readIncident(desk, id);
    const body = ticket as unknown as { created_at: string; response_sla_minutes: number };
    expect(Date.parse(ticket.response_due_at) - Date.parse(body.created_at)).toBe(minutes * 60_000);
    expect(body.response_sla_minutes).toBe(minutes);
    expect(ticket.response_breached).toBe(false);
  }
  const id = await openIncident(desk, { priority: 'HIGH' });
  desk.node.clock.advance(30 * 60_000 + 1000);
  expect((await readIncident(desk, id)).response_breached).toBe(true);
});

test('due times set by hand take any zone, each of them alone', async () => {
  await using desk = await createTestIncident();
  const id = await openIncident(desk);
  const set = async (body: object) => (await act(desk, id, 'set_sla', 'admin', body)).body as IncidentTicket;
  const late = await set({ resolution_due_at: '2020-01-01T12:00:00+02:00' });
  expect(late).toMatchObject({ resolution_due_at: '2020-01-01T10:00:00Z', resolution_breached: true });
  const both = await set({
    response_due_at: '2030-01-01T00:00:00',
    resolution_due_at: '2030-01-02T00:00:00Z',
  });
  expect(both).toMatchObject({
    response_due_at: '2030-01-01T00:00:00Z',
    resolution_due_at: '2030-01-02T00:00:00Z',
    resolution_breached: false,
    response_sla_minutes: 120,
  });
});

test('a list of developers is kept in its order, and a second one replaces it', async () => {
  await using desk = await createTestIncident();
  const { agent, colleague, outsider, admin, applicant, leaver } = desk.node.users;
  const id = await openIncident(desk);
  const assign = (assigned_to: number[]) => act(desk, id, 'assign', 'admin', { assigned_to });
  const first = await assign([colleague.id, agent.id]);
  expect(first.body).toMatchObject({
    assigned_to: [colleague.id, agent.id],
    assigned_to_names: ['Test colleague', 'Test agent'],
    status: 'NEW',
  });
  const second = await assign([outsider.id, colleague.id]);
  expect(second.body).toMatchObject({ assigned_to: [outsider.id, colleague.id] });
  const lists = await desk.ask('GET', '/api/tickets/', { as: 'agent' });
  expect(lists.body).toEqual([]);
  for (const nobody of [admin.id, applicant.id, leaver.id, 999_999, -1]) {
    const refused = await assign([agent.id, nobody]);
    expect([refused.status, refused.body]).toEqual([404, { error: 'Support user not found' }]);
  }
  expect((await readIncident(desk, id)).assigned_to).toEqual([outsider.id, colleague.id]);
});

test('comments are seen by everybody on the ticket, notes by staff alone', async () => {
  await using desk = await createTestIncident();
  const id = await incidentAt(desk, 'IN_PROGRESS');
  desk.node.clock.advance(1000);
  const { body } = await act(desk, id, 'add_comment', 'agent', { comment: 'Called the provider' });
  expect(body).toEqual({ message: 'Comment added successfully' });
  await desk.ask('POST', `/api/v1/tickets/${id}/notes`, { as: 'agent', body: { note: 'A secret' } });
  desk.node.clock.advance(1000);
  await act(desk, id, 'finish_work', 'agent');
  desk.node.clock.advance(1000);
  await act(desk, id, 'add_comment', 'customer', { comment: 'Looks good' });
  const ticket = await readIncident(desk, id, 'customer');
  expect(ticket.status).toBe('RESOLVED');
  expect(ticket.history.slice(2).map((entry) => [entry.status_from, entry.status_to, entry.comment])).toEqual(
    [
      ['IN_PROGRESS', 'IN_PROGRESS', 'Called the provider'],
      ['IN_PROGRESS', 'RESOLVED', 'Work finished on ticket'],
      ['RESOLVED', 'RESOLVED', 'Looks good'],
    ],
  );
  expect(new Set(ticket.history.map((entry) => entry.id)).size).toBe(ticket.history.length);
  expect(JSON.stringify(ticket)).not.toContain('secret');
});

test('tickets are listed by role, newest first, and pages reach the rest', async () => {
  await using desk = await createTestIncident();
  await desk.node.createUser({ username: 'other', role: 'customer' });
  const ids = [await openIncident(desk)];
  desk.node.clock.advance(1000);
  ids.unshift(await openIncident(desk));
  await act(desk, ids[1] ?? 0, 'assign', 'admin', { assigned_to: [desk.node.users.agent.id] });
  const list = async (as: string, query = '') =>
    ((await desk.ask('GET', `/api/tickets/${query}`, { as })).body as IncidentTicket[]).map(({ id }) => id);
  expect(await list('admin')).toEqual(ids);
  expect(await list('customer')).toEqual(ids);
  expect(await list('agent')).toEqual([ids[1]]);
  expect(await list('other')).toEqual([]);
  expect(await list('admin', '?limit=1&offset=1')).toEqual([ids[1]]);
});

test('a refresh token works until it ends and is no access token', async () => {
  await using desk = await createTestIncident();
  const body = { username: 'CUSTOMER@example.org', password: 'Correct-Horse-9' };
  const login = await desk.ask('POST', '/api/auth/login/', { body });
  const { access, refresh } = login.body as { access: string; refresh: string };
  const claims = (token: string): { iat: number; exp: number } =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      iat: number;
      exp: number;
    };
  expect(claims(access).exp - claims(access).iat).toBe(2 * 3600);
  expect(claims(refresh).exp - claims(refresh).iat).toBe(2 * 86_400);
  for (let round = 0; round < 3; round += 1) {
    desk.node.clock.advance(3_600_000);
    expect((await desk.ask('POST', '/api/auth/refresh/', { body: { refresh } })).status).toBe(200);
  }
  const wrong = { detail: 'Token is invalid or expired' };
  expect((await desk.ask('POST', '/api/auth/refresh/', { body: { refresh: access } })).body).toEqual(wrong);
  const headers = { authorization: `Bearer ${refresh}` };
  expect((await desk.ask('GET', '/api/profiles/', { headers })).status).toBe(401);
  desk.node.clock.advance(2 * 86_400_000);
  const late = await desk.ask('POST', '/api/auth/refresh/', { body: { refresh } });
  expect([late.status, late.body]).toEqual([401, wrong]);
});
