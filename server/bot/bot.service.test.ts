import { afterEach, beforeEach, expect, test } from 'vitest';
import { listMessages } from '../tickets/ticket.repo.ts';
import { createTestIt, type TestIt } from '../testing/test-it.ts';

interface Answer {
  response: string;
  session_id: string;
  confidence_score: number;
  was_escalated: boolean;
  ticket_id: number | null;
}

let desk: TestIt;

beforeEach(async () => {
  desk = await createTestIt();
  const body = {
    question: 'How do I reset my password?',
    answer: 'Click "Forgot Password" on the login page.',
    category: 'Authentication',
    tags: ['login'],
  };
  await desk.ask('POST', '/api/chatbot/faqs', { as: 'agent', body });
});
afterEach(() => desk[Symbol.asyncDispose]());

async function say(message: string, sessionId?: string, as = 'customer'): Promise<Answer> {
  const body = { message, ...(sessionId === undefined ? {} : { session_id: sessionId }) };
  const { status, body: answer } = await desk.ask<Answer>('POST', '/api/chatbot/chat', { as, body });
  expect(status).toBe(200);
  return answer;
}

test('two misses in a row hand the conversation over, as one ticket with all that was said', async () => {
  const first = await say('My zither is out of tune');
  expect(first).toMatchObject({ was_escalated: false, ticket_id: null, confidence_score: 0 });
  const second = await say('The printer on floor 2 is broken and shows an error', first.session_id);
  expect(second).toMatchObject({ was_escalated: true, session_id: first.session_id });

  const { body: ticket } = await desk.ask('GET', `/api/tickets/${second.ticket_id}`, { as: 'customer' });
  expect(ticket).toMatchObject({
    title: 'The printer on floor 2 is broken and shows an error',
    category: 'hardware_issue',
    auto_categorized: true,
    created_by: desk.node.users.customer.id,
    description: expect.stringMatching(
      /^Customer: My zither is out of tune\nBot: .*\nCustomer: The printer/s,
    ),
  });
  const { body: v1 } = await desk.ask('GET', `/api/v1/tickets/${second.ticket_id}`, { as: 'admin' });
  expect(v1).toMatchObject({
    data: { ticket: { escalation_reason: 'The chatbot had no answer to the question' } },
  });
  const { body: logs } = await desk.ask('GET', '/api/chatbot/logs?escalated_only=true', { as: 'agent' });
  expect(logs).toEqual([expect.objectContaining({ ticket_id: second.ticket_id, was_escalated: true })]);
  const { body: figures } = await desk.ask('GET', '/api/chatbot/analytics', { as: 'agent' });
  expect(figures).toMatchObject({ total_queries: 2, escalated_queries: 1, escalation_rate: 50 });
});

test('an answer in between starts the count again', async () => {
  const { session_id: session } = await say('My zither is out of tune');
  const answer = await say('how can I reset the password', session);
  expect(answer.response).toBe('Click "Forgot Password" on the login page.');
  expect(answer.confidence_score).toBeGreaterThan(0.9);
  expect((await say('And the bassoon?', session)).was_escalated).toBe(false);
});

test('who asks for a person gets one at once, and what follows goes on the ticket while it is open', async () => {
  const { services } = desk.node;
  const asked = await say('I want to talk to a human, please');
  expect(asked).toMatchObject({ was_escalated: true, ticket_id: expect.any(Number) });
  const id = asked.ticket_id ?? 0;

  expect(await say('It is about my invoice', asked.session_id)).toMatchObject({
    was_escalated: false,
    ticket_id: id,
  });
  const messages = await listMessages(services.database.db, [id]);
  expect(messages.map(({ text }) => text)).toEqual([
    'Customer: I want to talk to a human, please',
    'It is about my invoice',
  ]);

  await desk.ask('PUT', `/api/tickets/${id}`, { as: 'agent', body: { status: 'closed' } });
  expect(await say('How do I reset my password?', asked.session_id)).toMatchObject({
    ticket_id: null,
    response: 'Click "Forgot Password" on the login page.',
  });
});

test('the ticket is given to an agent of the department who has time, and the customer is told whom', async () => {
  const { users } = desk.node;
  const { response, ticket_id: id } = await say(
    'Please connect me with a human agent about the broken printer',
  );
  const { body } = await desk.ask<{ assigned_to: number }>('GET', `/api/tickets/${id}`, { as: 'customer' });
  expect(body.assigned_to).toBe(users.outsider.id);
  expect(response).toContain(users.outsider.full_name);
});

test('a session is its owner’s: somebody else with its name gets another', async () => {
  await desk.node.createUser({ username: 'stranger', role: 'customer' });
  expect((await say('Hello', 'my-session')).session_id).toBe('my-session');
  const other = await say('My zither is out of tune', 'my-session', 'stranger');
  expect(other.session_id).not.toBe('my-session');
  expect((await say('Thanks!', 'my-session')).session_id).toBe('my-session');
  const { body } = await desk.ask('GET', '/api/chatbot/logs?session_id=my-session', { as: 'agent' });
  expect(body).toHaveLength(2);
});
