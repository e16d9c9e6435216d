import { afterAll, beforeAll, expect, test } from 'vitest';
import { findShapeFaults, type Shape } from '../../testing/shape.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';
import {
  agentLoad,
  answer,
  date,
  identity,
  listedTicket,
  listedUser,
  ticketHead,
  tokens,
} from '../../testing/v1-shapes.ts';

/** The examples of the admin-dashboard document as shapes; see findShapeFaults. */
const expectShape = (value: unknown, shape: Shape): void => expect(findShapeFaults(value, shape)).toEqual([]);

let desk: TestV1;
let ticketId: number;

beforeAll(async () => {
  desk = await createTestV1();
  const created = await desk.ask('POST', '/tickets', {
    as: 'admin',
    body: {
      subject: 'User requested human agent assistance',
      description: 'My payment failed',
      category: 'payment',
      phone_number: '+91 98765 43210',
      merchant_id: 'MERCH123',
    },
  });
  ticketId = (created.body as { data: { ticket: { id: number } } }).data.ticket.id;
  await desk.ask('PATCH', `/tickets/${ticketId}/assign`, {
    as: 'admin',
    body: { agent_id: desk.node.users.agent.id, reason: 'Expertise' },
  });
  await desk.ask('POST', `/tickets/${ticketId}/messages`, { as: 'agent', body: { text: 'On it' } });
  await desk.ask('POST', `/tickets/${ticketId}/notes`, { as: 'agent', body: { note: 'Checking logs' } });
});
afterAll(() => desk[Symbol.asyncDispose]());

test('login', async () => {
  const body = { username: 'superadmin', password: 'Correct-Horse-9' };
  const { status, body: got } = await desk.ask('POST', '/auth/login', { body });
  expect(status).toBe(200);
  expectShape(got, {
    success: 'boolean',
    message: '"Login successful"',
    data: { ...tokens, user: identity },
  });
  expect(got).toMatchObject({ data: { expires_in: 900, user: { role: 'super_admin', department: null } } });
  const { refresh_token } = (got as { data: { refresh_token: string } }).data;
  const refreshed = await desk.ask('POST', '/auth/refresh', { body: { refresh_token } });
  expect(refreshed.status).toBe(200);
  expectShape(refreshed.body, {
    success: 'boolean',
    message: '"Token refreshed successfully"',
    data: tokens,
  });
});

test('me is flat', async () => {
  const { body } = await desk.ask('GET', '/auth/me', { as: 'agent' });
  expectShape(body, {
    ...identity,
    is_active: 'boolean',
    is_available: 'boolean',
    last_login_at: date,
    created_at: date,
  });
});

test('change password and logout', async () => {
  await desk.node.createUser({ username: 'changer', department: 'loan' });
  const change = await desk.ask('POST', '/auth/change-password', {
    as: 'changer',
    body: { old_password: 'Correct-Horse-9', new_password: 'Another-Horse-8' },
  });
  expect(change).toMatchObject({
    status: 200,
    text: '{"success":true,"message":"Password changed successfully"}',
  });
  const logout = await desk.ask('POST', '/auth/logout', { as: 'changer' });
  expect(logout).toMatchObject({ status: 200, text: '{"success":true,"message":"Logged out successfully"}' });
});

test('users', async () => {
  const body = {
    username: 'agent_payment_1',
    email: 'payment1@example.org',
    password: 'SecurePass123!',
    full_name: 'Payment Agent 1',
    role: 'agent',
    department: 'payment',
    agent_capacity: 15,
    unknown: 'ignored',
  };
  const created = await desk.ask('POST', '/admin/users', { as: 'admin', body });
  expect(created.status).toBe(201);
  expectShape(
    created.body,
    answer({ message: '"Agent created successfully"', user: { ...identity, is_active: 'boolean' } }),
  );
  const { id } = (created.body as { data: { user: { id: number } } }).data.user;

  const list = await desk.ask('GET', '/admin/users?role=agent&department=payment&limit=20', { as: 'admin' });
  expectShape(list.body, answer({ users: [listedUser], total: 'int', limit: 'int', offset: 'int' }));
  expect(list.body).toMatchObject({ data: { limit: 20, offset: 0 } });

  const detail = await desk.ask('GET', `/admin/users/${id}`, { as: 'admin' });
  const { last_login_at, ...rest } = listedUser;
  expectShape(detail.body, answer({ user: { ...rest, updated_at: date, last_login_at } }));
  expect(detail.body).toMatchObject({ data: { user: { agent_capacity: 15, last_login_at: null } } });

  const updated = await desk.ask('PUT', `/admin/users/${id}`, {
    as: 'admin',
    body: { agent_capacity: 20, username: 'ignored', role: 'admin', password: 'ignored' },
  });
  const { created_at: _created, last_login_at: _login, ...changed } = listedUser;
  expectShape(updated.body, answer({ message: '"User updated successfully"', user: changed }));
  expect(updated.body).toMatchObject({ data: { user: { agent_capacity: 20, role: 'agent' } } });

  const name = 'agent_payment_1';
  expect((await desk.ask('DELETE', `/admin/users/${id}`, { as: 'admin' })).body).toEqual({
    success: true,
    data: { message: `User '${name}' deactivated successfully` },
  });
  const shut = await desk.ask('POST', '/auth/login', { body: { username: name, password: body.password } });
  expect(shut.status).toBe(401);
  expect((await desk.ask('PATCH', `/admin/users/${id}/activate`, { as: 'admin' })).body).toEqual({
    success: true,
    data: { message: `User '${name}' activated successfully` },
  });
  for (const [is_available, word] of [
    [false, 'unavailable'],
    [true, 'available'],
  ] as const) {
    const toggled = await desk.ask('PATCH', `/admin/users/agents/${id}/availability`, { as: 'admin' });
    expect(toggled.body).toEqual({
      success: true,
      data: {
        message: `Agent '${name}' marked as ${word}`,
        agent: { id, username: name, is_available },
      },
    });
  }
});

test('agent statistics', async () => {
  const all = await desk.ask('GET', '/admin/users/agents/stats?department=payment', { as: 'admin' });
  expectShape(all.body, answer({ agents: [agentLoad], total_agents: 'int' }));
  const { id } = desk.node.users.agent;
  const one = await desk.ask('GET', `/admin/users/agents/${id}/stats`, { as: 'admin' });
  expectShape(one.body, answer(agentLoad));
  expect(one.body).toMatchObject({
    data: { tickets: { active: 1, resolved: 0, closed: 0, total: 1 }, utilization: 10 },
  });
});

test('ticket lists', async () => {
  const list = await desk.ask('GET', '/tickets?status=in_progress&category=payment&limit=20', {
    as: 'admin',
  });
  expectShape(list.body, answer({ tickets: [listedTicket], total: 'int', limit: 'int', offset: 'int' }));
  expect(list.body).toMatchObject({
    data: { tickets: [{ phone_number: '919876543210' }], total: 1, limit: 20, offset: 0 },
  });
});

test('the conversation, the log and every change of a ticket', async () => {
  const to = (path: string) => `/tickets/${ticketId}${path}`;
  const category = await desk.ask('PATCH', to('/category'), { as: 'admin', body: { category: 'technical' } });
  const changed = (more: Record<string, Shape>): Shape =>
    answer({ message: 'string', ticket: { id: 'int', ticket_id: 'string', ...more } });
  expectShape(category.body, changed({ category: 'string', updated_at: date }));
  expect(category.body).toMatchObject({ data: { message: "Ticket category updated to 'technical'" } });

  const assigned = await desk.ask('PATCH', to('/assign'), {
    as: 'admin',
    body: { agent_id: desk.node.users.colleague.id },
  });
  expectShape(
    assigned.body,
    changed({ assigned_agent_id: 'int', assigned_at: date, reassignment_count: 'int' }),
  );
  expect(assigned.body).toMatchObject({
    data: { message: 'Ticket assigned to Test colleague', ticket: { reassignment_count: 1 } },
  });

  const status = await desk.ask('PATCH', to('/status'), {
    as: 'colleague',
    body: { status: 'resolved', resolution_notes: 'Refunded' },
  });
  expectShape(
    status.body,
    changed({ status: 'string', updated_at: date, resolved_at: date, closed_at: 'null' }),
  );
  expect(status.body).toMatchObject({ data: { message: "Ticket status updated to 'resolved'" } });

  const note = await desk.ask('POST', to('/notes'), { as: 'colleague', body: { note: 'All done' } });
  expect(note.status).toBe(200);
  expectShape(
    note.body,
    answer({
      message: '"Note added successfully"',
      note: { id: 'int', note: '"All done"', added_by: '"Test colleague"', created_at: date },
    }),
  );

  const activity = {
    id: 'int',
    activity_type: 'string',
    description: 'string',
    admin_user_id: 'int | null',
    metadata: 'object',
    created_at: date,
  };
  const detail = await desk.ask('GET', to(''), { as: 'colleague' });
  expectShape(
    detail.body,
    answer({
      ticket: {
        ...ticketHead,
        status: '"resolved"',
        category: '"technical"',
        assigned_agent: {
          id: 'int',
          username: 'string',
          full_name: 'string',
          email: 'string',
          department: 'string',
        },
        assigned_at: date,
        auto_assigned: 'boolean',
        reassignment_count: 'int',
        agent_response_count: 'int',
        resolution_notes: '"Refunded"',
        created_at: date,
        updated_at: date,
        resolved_at: date,
        closed_at: 'null',
        conversation_history: [{ message: 'string', response: 'string', timestamp: date }],
        activities: [activity],
      },
    }),
  );
  expect(detail.body).toMatchObject({
    data: {
      ticket: {
        agent_response_count: 1,
        conversation_history: [{ message: 'My payment failed', response: 'On it' }],
      },
    },
  });

  const log = await desk.ask('GET', to('/activities'), { as: 'colleague' });
  const { admin_user_id: _id, ...logged } = activity;
  expectShape(
    log.body,
    answer({
      ticket_id: 'string',
      activities: [
        { ...logged, admin_user: { id: 'int', username: 'string', full_name: 'string', role: 'string' } },
      ],
      total: 'int',
    }),
  );
  const { data } = log.body as {
    data: { total: number; activities: { id: number; activity_type: string }[] };
  };
  expect(data.total).toBe(7);
  expect(data.activities.map((each) => each.activity_type)).toEqual([
    'note_added',
    'status_updated',
    'reassigned',
    'category_updated',
    'note_added',
    'status_updated',
    'assigned',
  ]);
  expect(log.body).toMatchObject({
    data: {
      activities: [
        { description: 'All done', metadata: { added_by: 'colleague', added_by_role: 'agent' } },
        {
          description: "Status changed from 'in_progress' to 'resolved'",
          metadata: {
            old_status: 'in_progress',
            new_status: 'resolved',
            updated_by: 'colleague',
            resolution_notes: 'Refunded',
          },
        },
        { description: 'Ticket reassigned to Test colleague (payment)', metadata: { reason: null } },
        { description: "Category changed from 'payment' to 'technical'" },
        { description: 'Checking logs' },
        { description: "Status changed from 'open' to 'in_progress'" },
        {
          description: 'Ticket assigned to Test agent (payment)',
          metadata: {
            agent_username: 'agent',
            agent_department: 'payment',
            auto_assigned: false,
            method: 'manual',
            assigned_by: 'admin',
            reason: 'Expertise',
          },
        },
      ],
    },
  });
});

test('unassigned tickets', async () => {
  await desk.node.createTicket();
  desk.node.clock.advance(31 * 60_000);
  const login = await desk.ask('POST', '/auth/login', {
    body: { username: 'admin', password: 'Correct-Horse-9' },
  });
  const { access_token } = (login.body as { data: { access_token: string } }).data;
  const headers = { authorization: `Bearer ${access_token}` };
  const { body } = await desk.ask('GET', '/tickets/unassigned?category=payment', { headers });
  expectShape(
    body,
    answer({
      tickets: [
        {
          id: 'int',
          ticket_id: 'string',
          phone_number: 'string | null',
          merchant_id: 'string | null',
          category: 'string',
          escalation_reason: 'string',
          created_at: date,
          waiting_time_minutes: 'int',
        },
      ],
      total: 'int',
    }),
  );
  expect(body).toMatchObject({ data: { tickets: [{ waiting_time_minutes: 31 }], total: 1 } });
});
