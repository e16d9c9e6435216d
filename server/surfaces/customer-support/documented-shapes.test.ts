import { afterAll, beforeAll, expect, test } from 'vitest';
import { findShapeFaults, type Shape } from '../../testing/shape.ts';
import { createTestIncident, type TestIncident } from '../../testing/test-incident.ts';

/** The examples of the customer-support document as shapes; see findShapeFaults. */
const expectShape = (value: unknown, shape: Shape): void => expect(findShapeFaults(value, shape)).toEqual([]);

const date = 'zdate';

const head = {
  id: 'string',
  subject: 'string',
  description: 'string',
  category: '"Damaged"',
  status: 'string',
  priority: '"High" | "Medium" | "Low"',
};
const times = { created_at: date, updated_at: date };

const hex = /^[\da-f]{24}$/;

let desk: TestIncident;
let ticketId: string;
let agentId: string;

interface Created {
  ticket: { id: string };
}

beforeAll(async () => {
  desk = await createTestIncident();
  const created = await desk.ask('POST', '/api/support/tickets/create/', {
    as: 'customer',
    body: {
      subject: 'Package arrived damaged',
      description: 'The item inside was broken due to improper packaging',
      category: 'Damaged',
      delivery_id: '507f1f77bcf86cd799439011',
    },
  });
  expect(created.status).toBe(201);
  expectShape(created.body, {
    message: '"Support ticket created successfully"',
    ticket: { id: 'string', subject: '"Package arrived damaged"', status: '"Open"', created_at: date },
  });
  ticketId = (created.body as Created).ticket.id;
  expect(ticketId).toMatch(hex);
});
afterAll(() => desk[Symbol.asyncDispose]());

const path = (rest = ''): string => `/api/support/tickets/${ticketId}/${rest}`;

test('registering as an agent', async () => {
  const { status, body } = await desk.ask('POST', '/api/support/register-agent/', {
    body: {
      email: 'agent@example.com',
      password: 'securepass123',
      name: 'John Agent',
      contact_number: '+91 98765 43210',
    },
  });
  expect(status).toBe(201);
  expectShape(body, {
    message: '"Registration successful. Waiting for admin approval."',
    user: {
      id: 'string',
      email: '"agent@example.com"',
      name: '"John Agent"',
      role: '"support_agent"',
    },
  });
  agentId = (body as { user: { id: string } }).user.id;
  expect(agentId).toMatch(hex);
});

test('approving an agent', async () => {
  const { status, body } = await desk.ask('POST', `/api/admin/approve-agent/${agentId}/`, { as: 'admin' });
  expect({ status, body }).toEqual({ status: 200, body: { message: 'Agent approved successfully' } });
});

test('taking a ticket', async () => {
  const { status, body } = await desk.ask('POST', path('assign-self/'), { as: 'agent' });
  expect(status).toBe(200);
  expectShape(body, {
    message: '"Ticket assigned to you successfully"',
    ticket: { id: JSON.stringify(ticketId), status: '"In Progress"', agent_id: 'string' },
  });
});

test('adding an internal note', async () => {
  const { status, body } = await desk.ask('POST', path('add-note/'), {
    as: 'agent',
    body: { note: 'Awaiting customer photos of damaged item' },
  });
  expect(status).toBe(201);
  expectShape(body, {
    message: '"Internal note added successfully"',
    note: { id: 'string', note: '"Awaiting customer photos of damaged item"', created_at: date },
  });
});

test("a ticket's details", async () => {
  const { status, body } = await desk.ask('GET', path(), { as: 'agent' });
  expect(status).toBe(200);
  expectShape(body, {
    ticket: {
      ...head,
      agent_id: 'string',
      customer_id: 'string',
      ...times,
      resolved_at: 'null',
    },
    internal_notes: [{ id: 'string', agent_id: 'string', note: 'string', created_at: date }],
  });
});

test("the customer's tickets", async () => {
  const { status, body } = await desk.ask('GET', '/api/support/tickets/', { as: 'customer' });
  expect(status).toBe(200);
  expectShape(body, { tickets: [{ ...head, agent_id: 'string', ...times, resolved_at: 'null' }] });
});

test("the agent's tickets", async () => {
  for (const query of ['', '?status=In%20Progress', '?status=In+Progress']) {
    const { status, body } = await desk.ask('GET', `/api/agent/tickets/${query}`, { as: 'agent' });
    expect(status).toBe(200);
    expectShape(body, {
      tickets: [{ ...head, customer_name: '"Test customer"', customer_id: 'string', ...times }],
    });
  }
});

test('all tickets', async () => {
  const { status, body } = await desk.ask('GET', '/api/admin/support/tickets/', { as: 'admin' });
  expect(status).toBe(200);
  const { description: _left, ...listed } = head;
  expectShape(body, {
    tickets: [{ ...listed, customer_name: 'string', agent_name: '"Test agent"', ...times }],
  });
});

test('reassigning', async () => {
  const { status, body } = await desk.ask('POST', path('reassign/'), {
    as: 'admin',
    body: { agent_id: agentId.toUpperCase() },
  });
  expect(status).toBe(200);
  expect(body).toEqual({
    message: 'Ticket reassigned successfully',
    ticket: { id: ticketId, agent_id: agentId },
  });
});

test('updating the status', async () => {
  const { status, body } = await desk.ask('PUT', path('update-status/'), {
    as: 'admin',
    body: { status: 'Resolved', priority: 'High' },
  });
  expect(status).toBe(200);
  expect(body).toEqual({
    message: 'Ticket status updated successfully',
    ticket: { id: ticketId, status: 'Resolved', priority: 'High' },
  });
});

test('submitting feedback', async () => {
  const { status, body } = await desk.ask('POST', path('feedback/'), {
    as: 'customer',
    body: { rating: '5', comment: 'Agent was very helpful and resolved the issue quickly' },
  });
  expect(status).toBe(201);
  expectShape(body, {
    message: '"Feedback submitted successfully"',
    feedback: { id: 'string', rating: '"5"', created_at: date },
  });
});

test('the FAQ, open to everybody', async () => {
  await desk.node.services.knowledge.create(desk.node.users.admin, {
    question: 'What if my package arrived damaged?',
    answer: 'Please create a support ticket immediately...',
    category: 'Damaged',
    tags: [],
  });
  const { status, body } = await desk.ask('GET', '/api/support/faq/?category=Damaged');
  expect(status).toBe(200);
  expectShape(body, {
    faqs: [{ id: 'string', question: 'string', answer: 'string', category: '"Damaged"' }],
  });
});
