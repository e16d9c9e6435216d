import { afterEach, beforeEach, expect, test } from 'vitest';
import { pullSince } from '../../sync/pull.service.ts';
import { createTestIt, type TestIt } from '../../testing/test-it.ts';

interface Ticket {
  id: number;
  title: string;
  status: string;
  priority: string;
  category: string;
  assigned_to: number | null;
  created_by: number;
  auto_categorized: boolean;
  confidence_score: number;
  resolved_at: string | null;
}

let desk: TestIt;

beforeEach(async () => {
  desk = await createTestIt();
});
afterEach(() => desk[Symbol.asyncDispose]());

/** With a category, so that no training is waited for. */
async function create(fields: object = {}, as = 'customer'): Promise<Ticket> {
  const body = {
    category: 'network_issue',
    title: 'Wifi is gone',
    description: 'No wireless network on our floor',
    ...fields,
  };
  return (await desk.ask<Ticket>('POST', '/api/tickets', { as, body })).body;
}

const change = (id: number, body: object, as = 'agent') =>
  desk.ask<Ticket>('PUT', `/api/tickets/${id}`, { as, body });

const read = async (id: number, as = 'admin'): Promise<Ticket> =>
  (await desk.ask<Ticket>('GET', `/api/tickets/${id}`, { as })).body;

test('the category is found when none is given, and kept when one is', async () => {
  expect(await create({ category: undefined })).toMatchObject({
    category: 'network_issue',
    auto_categorized: true,
    priority: 'medium',
  });
  expect((await create({ category: null })).confidence_score).toBeGreaterThan(0.5);
  expect(await create({ category: 'other' })).toMatchObject({
    category: 'other',
    auto_categorized: false,
    confidence_score: 1,
  });
});

test('any status may follow any other, and resolved_at follows the status', async () => {
  const { id } = await create();
  for (const status of ['cancelled', 'resolved', 'open', 'closed', 'in_progress', 'resolved']) {
    expect((await change(id, { status })).body).toMatchObject({ status });
  }
  expect((await read(id)).resolved_at).toMatch(/Z$/);
  expect((await change(id, { status: 'open' })).body.resolved_at).toBeNull();
});

test('a word that is shown already changes nothing', async () => {
  const { id, category } = await create({ category: undefined });
  await desk.tokenOf('agent');
  await desk.node.services.database.write((tx) =>
    tx.sql.updateTable('ticket').set({ status: 'on_hold' }).where('id', '=', id).execute(),
  );
  const shown = await read(id);
  const before = await desk.digest();
  const { title, status, priority, assigned_to } = shown;
  expect((await change(id, { title, status, priority, category, assigned_to })).status).toBe(200);
  expect(await desk.digest()).toBe(before);
  expect(await read(id)).toMatchObject({ status: 'in_progress', auto_categorized: true });
});

test('several changes are made together or not at all', async () => {
  const { id } = await create();
  await desk.tokenOf('agent');
  const before = await desk.digest();
  expect((await change(id, { title: 'New', priority: 'low', assigned_to: 4_242 })).status).toBe(400);
  expect((await change(id, { status: 'closed', assigned_to: desk.node.users.applicant.id })).status).toBe(
    400,
  );
  expect(await desk.digest()).toBe(before);
});

test('an assignee comes and goes without moving the status', async () => {
  const { id } = await create();
  const { agent, outsider } = desk.node.users;
  expect((await change(id, { assigned_to: agent.id })).body).toMatchObject({
    assigned_to: agent.id,
    status: 'open',
  });
  await change(id, { assigned_to: outsider.id });
  const { body } = await desk.ask('GET', `/api/v1/tickets/${id}`, { as: 'admin' });
  expect(body).toMatchObject({ data: { ticket: { assigned_agent_id: outsider.id, reassignment_count: 1 } } });
  expect((await change(id, { assigned_to: null })).body.assigned_to).toBeNull();
});

test('customers see their own tickets and change what these say until somebody works on them', async () => {
  await desk.node.createUser({ username: 'stranger', role: 'customer' });
  const { id } = await create();
  await create({ title: 'Mine' }, 'stranger');
  const list = await desk.ask<Ticket[]>('GET', '/api/tickets', { as: 'customer' });
  expect(list.body.map((ticket) => ticket.id)).toEqual([id]);
  const { body: summary } = await desk.ask('GET', '/api/tickets/analytics/summary', { as: 'customer' });
  expect(summary).toMatchObject({ total_tickets: 1 });

  expect((await change(id, { title: 'Wifi is back' }, 'customer')).body.title).toBe('Wifi is back');
  expect((await change(id, { title: 'Taken over' }, 'stranger')).status).toBe(403);
  for (const fields of [{ status: 'closed' }, { category: 'other' }, { assigned_to: 1 }]) {
    expect((await change(id, fields, 'customer')).status).toBe(403);
  }
  await change(id, { status: 'in_progress' });
  expect((await change(id, { title: 'Too late' }, 'customer')).status).toBe(403);
});

test('lists page, filter by what is shown, and begin with the newest', async () => {
  const first = await create({ priority: 'critical' });
  const second = await create();
  const third = await create();
  const { agent } = desk.node.users;
  await change(second.id, { assigned_to: agent.id, status: 'cancelled' });
  const ids = async (query: string): Promise<number[]> =>
    (await desk.ask<Ticket[]>('GET', `/api/tickets?${query}`, { as: 'agent' })).body.map(({ id }) => id);
  expect(await ids('')).toEqual([third.id, second.id, first.id]);
  expect(await ids('skip=1&limit=1')).toEqual([second.id]);
  expect(await ids('priority=critical')).toEqual([first.id]);
  expect(await ids('status=cancelled')).toEqual([second.id]);
  expect(await ids('status=closed')).toEqual([]);
  expect(await ids('status=open&priority=medium')).toEqual([third.id]);
  expect(await ids(`assigned_to=${agent.id}`)).toEqual([second.id]);
});

test('the summary adds up, and averages the time to resolution', async () => {
  const { id } = await create({ priority: 'high', category: 'other' });
  await create({ category: 'hardware_issue' });
  desk.node.clock.advance(90 * 60_000);
  await change(id, { status: 'resolved' });
  const { body } = await desk.ask('GET', '/api/tickets/analytics/summary', { as: 'agent' });
  expect(body).toEqual({
    status_counts: { open: 1, in_progress: 0, resolved: 1, closed: 0, cancelled: 0 },
    priority_counts: { critical: 0, high: 1, medium: 1, low: 0 },
    category_counts: {
      system_down: 0,
      performance_issue: 0,
      password_reset: 0,
      software_installation: 0,
      hardware_issue: 1,
      network_issue: 0,
      other: 1,
    },
    total_tickets: 2,
    avg_resolution_time_hours: 1.5,
  });
});

test('open tickets are counted for those who may see them', async () => {
  const { id } = await create();
  await create({}, 'agent');
  await change((await create()).id, { status: 'resolved' });
  const open = async (as: string): Promise<unknown> =>
    (await desk.ask<{ open_tickets: number }>('GET', '/api/dashboard/health', { as })).body.open_tickets;
  expect(await open('agent')).toBe(2);
  expect(await open('customer')).toBe(1);
  await desk.ask('DELETE', `/api/tickets/${id}`, { as: 'admin' });
  expect(await open('agent')).toBe(1);
  expect(await open('customer')).toBe(0);
});

test('a deleted ticket is gone from every surface and from consoles, and its row is kept', async () => {
  const { services, users } = desk.node;
  const { id } = await create();
  const { cursor, ops } = await pullSince(services.database, users.admin, 0);
  expect(ops).toEqual(expect.arrayContaining([expect.objectContaining({ op: 'put', ent: 'ticket' })]));

  expect((await desk.ask('DELETE', `/api/tickets/${id}`, { as: 'agent' })).status).toBe(403);
  expect((await desk.ask('DELETE', `/api/tickets/${id}`, { as: 'admin' })).status).toBe(200);

  for (const path of [`/api/tickets/${id}`, `/api/v1/tickets/${id}`, `/api/tickets/${id}/`]) {
    expect((await desk.ask('GET', path, { as: 'admin' })).status).toBe(404);
  }
  expect((await change(id, { title: 'Back' })).status).toBe(404);
  const { body } = await desk.ask('GET', '/api/v1/tickets', { as: 'admin' });
  expect(body).toMatchObject({ data: { total: 0 } });
  const gone = await pullSince(services.database, users.admin, cursor);
  expect(gone.ops).toEqual([expect.objectContaining({ op: 'gone', ent: 'ticket' })]);
  const row = await services.database.db.selectFrom('ticket').select('deleted_at').executeTakeFirst();
  expect(row?.deleted_at).not.toBeNull();
});

test('a ticket made here is read, changed and closed through v1, and the other way round', async () => {
  const { users } = desk.node;
  const { id } = await create({ title: 'Cannot log in', category: 'password_reset', priority: 'critical' });
  const v1 = (path: string, body?: object) =>
    desk.ask<{ data: { ticket: Record<string, unknown> } }>(
      body === undefined ? 'GET' : 'PATCH',
      `/api/v1/tickets/${path}`,
      {
        as: 'admin',
        ...(body === undefined ? {} : { body }),
      },
    );
  expect((await v1(`${id}`)).body.data.ticket).toMatchObject({ status: 'open', category: 'account' });
  await v1(`${id}/assign`, { agent_id: users.agent.id });
  expect(await read(id)).toMatchObject({
    status: 'in_progress',
    assigned_to: users.agent.id,
    category: 'password_reset',
    priority: 'critical',
    created_by: users.customer.id,
  });
  await v1(`${id}/category`, { category: 'technical' });
  expect((await read(id)).category).toBe('password_reset');
  await v1(`${id}/status`, { status: 'resolved' });
  expect((await change(id, { status: 'closed' })).body.status).toBe('closed');
  expect((await v1(`${id}`)).body.data.ticket).toMatchObject({ status: 'closed', category: 'technical' });

  const made = await desk.node.createTicket({ subject: 'Refund', priority: 'low', category: 'payment' });
  expect(await read(made.id)).toMatchObject({
    title: 'Refund',
    priority: 'low',
    category: 'other',
    auto_categorized: false,
    confidence_score: 1,
    created_by: users.superAdmin.id,
  });
  await change(made.id, { status: 'cancelled' });
  expect((await v1(`${made.id}`)).body.data.ticket).toMatchObject({ status: 'closed', category: 'payment' });
});

test('the classifier learns from what staff put right', async () => {
  const { services } = desk.node;
  const text = { title: 'Zorbulator blinks', description: 'The zorbulator at my place blinks again' };
  for (let index = 0; index < 8; index += 1) {
    const { id } = await create({ ...text, category: undefined });
    await change(id, { category: 'hardware_issue' });
  }
  await services.categorizer.learn();
  expect(
    await create({ title: 'Zorbulator', description: 'zorbulator blinks', category: undefined }),
  ).toMatchObject({
    category: 'hardware_issue',
    auto_categorized: true,
  });
});
