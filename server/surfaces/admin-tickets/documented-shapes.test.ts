import { afterAll, beforeAll, expect, test } from 'vitest';
import { findShapeFaults, type Shape } from '../../testing/shape.ts';
import { createTestIt, type TestIt } from '../../testing/test-it.ts';

/** The examples of the admin-tickets document as shapes; see findShapeFaults. */
const expectShape = (value: unknown, shape: Shape): void => expect(findShapeFaults(value, shape)).toEqual([]);

const nullableDate = 'zdate | null';

const ticket = {
  id: 'int',
  ticket_number: 'string',
  user_id: 'int | null',
  telegram_chat_id: 'int | null',
  telegram_username: 'string | null',
  user_name: 'string',
  subject: 'string',
  category: 'string',
  priority: '"P1" | "P2" | "P3" | "P4"',
  status: '"open" | "in_progress" | "waiting_user" | "resolved" | "closed"',
  sla_first_response_at: 'zdate',
  sla_resolution_at: 'zdate',
  first_responded_at: nullableDate,
  resolved_at: nullableDate,
  closed_at: nullableDate,
  assigned_to: 'string | null',
  assigned_at: nullableDate,
  escalated: 'boolean',
  escalated_at: nullableDate,
  escalation_reason: 'string | null',
  source: 'string',
  tags: 'object | null',
  created_at: 'zdate',
  updated_at: 'zdate',
};
const message = {
  id: 'int',
  ticket_id: 'int',
  sender_type: 'string',
  sender_id: 'string | null',
  sender_name: 'string',
  message: 'string',
  message_type: '"text" | "system_note"',
  attachments: 'null',
  ai_suggested_response: 'null',
  ai_confidence: 'null',
  telegram_message_id: 'int | null',
  created_at: 'zdate',
};
const answer = (data: Shape): Shape => ({ success: 'boolean', data });

let desk: TestIt;
let id: number;

beforeAll(async () => {
  desk = await createTestIt();
  const customer = await desk.node.createUser({
    username: 'petrov',
    role: 'customer',
    telegram_chat_id: '456789',
    telegram_username: 'petrov_tg',
  });
  const requester = { id: customer.id, name: 'Иван Петров', email: null };
  ({ id } = await desk.node.createTicket({ priority: 'critical', source: 'telegram', requester }));
});
afterAll(() => desk[Symbol.asyncDispose]());

const path = (rest = '') => `/api/admin/tickets${rest}`;

test('1. the list and its example', async () => {
  const { status, body } = await desk.ask('GET', path(), { as: 'admin' });
  expect(status).toBe(200);
  const pagination = { page: 'int', limit: 'int', total: 'int', totalPages: 'int' };
  expectShape(body, answer({ tickets: [ticket], pagination }));
  const created = new Date(desk.node.clock.now());
  const hours = (count: number) =>
    `${new Date(created.getTime() + count * 3_600_000).toISOString().slice(0, 19)}Z`;
  expect(body).toMatchObject({
    success: true,
    data: {
      tickets: [
        {
          id,
          ticket_number: `TKT-${created.getUTCFullYear()}-001`,
          telegram_chat_id: 456789,
          telegram_username: 'petrov_tg',
          user_name: 'Иван Петров',
          priority: 'P1',
          status: 'open',
          sla_first_response_at: hours(0.5),
          sla_resolution_at: hours(6),
          escalated: false,
          source: 'telegram',
          tags: null,
          created_at: hours(0),
        },
      ],
      pagination: { page: 1, limit: 20, total: 1, totalPages: 1 },
    },
  });
});

test('2. a ticket with its messages', async () => {
  const { status, body } = await desk.ask<{ data: { messages: unknown[] } }>('GET', path(`/${id}`), {
    as: 'admin',
  });
  expect(status).toBe(200);
  const shape = { ticket, messages: [message] as const, messages_count: 'int', last_message_at: 'zdate' };
  expectShape(body, answer(shape));
  expect(body.data.messages).toMatchObject([{ sender_type: 'user', sender_name: 'Иван Петров' }]);
});

test('3. an update', async () => {
  const change = {
    status: 'in_progress',
    priority: 'P2',
    category: 'technical',
    assigned_to: 'operator@admin.com',
  };
  const { status, body } = await desk.ask('PATCH', path(`/${id}`), { as: 'admin', body: change });
  expect(status).toBe(200);
  expectShape(body, answer({ ticket }));
  expect(body).toMatchObject({ data: { ticket: change } });
});

test('4. messages', async () => {
  const { status, body } = await desk.ask('GET', path(`/${id}/messages`), { as: 'admin' });
  expect(status).toBe(200);
  expectShape(body, answer({ messages: [message], total: 'int' }));
});

test('5. a message', async () => {
  const text = "Thank you for contacting support. We're looking into your issue.";
  const { status, body } = await desk.ask('POST', path(`/${id}/messages`), {
    as: 'admin',
    body: { message: text, messageType: 'text' },
  });
  expect(status).toBe(200);
  expectShape(body, answer({ message }));
  const { admin } = desk.node.users;
  expect(body).toMatchObject({
    data: {
      message: {
        ticket_id: id,
        sender_type: 'operator',
        sender_id: String(admin.id),
        sender_name: admin.full_name,
        message: text,
        message_type: 'text',
      },
    },
  });
});

test('6. an assignment', async () => {
  const body = { operatorUsername: 'operator@admin.com' };
  const assigned = await desk.ask('POST', path(`/${id}/assign`), { as: 'admin', body });
  expect(assigned.status).toBe(200);
  expectShape(assigned.body, answer({ ticket: { ...ticket, assigned_at: 'zdate', assigned_to: 'string' } }));
});

test('7. statistics', async () => {
  const { status, body } = await desk.ask('GET', path('/stats'), { as: 'admin' });
  expect(status).toBe(200);
  const figures = {
    total: 'int',
    open: 'int',
    inProgress: 'int',
    resolved: 'int',
    slaBreached: 'int',
    avgResponseMinutes: 'int',
  };
  expectShape(body, answer({ stats: figures }));
});
