import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestMessengers, type TestMessengers } from '../testing/test-messengers.ts';

let at: TestMessengers;
const chat = 456_789;
const number = '919876543210';

beforeEach(async () => {
  at = await createTestMessengers();
  await at.desk.node.services.knowledge.create(at.desk.node.users.admin, {
    question: 'How long does a refund take?',
    answer: 'Refunds take three working days.',
    category: 'Payment',
    tags: ['refund'],
  });
});
afterEach(() => at[Symbol.asyncDispose]());

interface Detail {
  id: number;
  ticket_id: string;
  status: string;
  phone_number: string | null;
  category: string;
  escalation_reason: string;
  assigned_agent: { full_name: string } | null;
  auto_assigned: boolean;
  conversation_history: { message: string; response: string }[];
  activities: { activity_type: string; admin_user_id: number | null; metadata: Record<string, unknown> }[];
}

async function tickets(): Promise<Detail[]> {
  const { body } = await at.desk.ask('GET', '/tickets', { as: 'admin' });
  const listed = (body as { data: { tickets: { id: number }[] } }).data.tickets;
  const details = await Promise.all(
    listed.map(({ id }) => at.desk.ask('GET', `/tickets/${id}`, { as: 'admin' })),
  );
  return details.map((answer) => (answer.body as { data: { ticket: Detail } }).data.ticket);
}

async function say(...lines: string[]): Promise<void> {
  for (const line of lines) {
    await at.byTelegram(chat, line);
    await at.settle();
  }
}

async function sayByWhatsApp(...lines: string[]): Promise<void> {
  for (const line of lines) {
    await at.byWhatsApp(number, line);
    await at.settle();
  }
}

const reply = (id: number, text: string, as = 'admin') =>
  at.desk.ask('POST', `/tickets/${id}/messages`, { as, body: { text } });

const lastTold = (): string | undefined => at.told(chat).at(-1);

test('the documented flow: a question without an answer, the offer, a yes, the ticket, the agent’s name', async () => {
  await sayByWhatsApp('My payment failed but money was deducted');
  const [offer] = at.whatsApp.sent;
  expect(offer).toMatchObject({
    to: number,
    text: 'I cannot help you with that myself. Shall I pass our conversation on to our support team?',
    buttons: [
      { id: 'yes', title: 'Yes' },
      { id: 'no', title: 'No' },
    ],
  });
  expect(await tickets()).toEqual([]);
  await at.byWhatsApp(number, '', {
    type: 'interactive',
    text: undefined,
    interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } },
    context: { from: '1', id: offer?.id },
  });
  await at.settle();
  const [ticket] = await tickets();
  expect(ticket).toMatchObject({
    status: 'open',
    phone_number: number,
    category: 'payment',
    escalation_reason: 'The chatbot had no answer to the question',
    auto_assigned: true,
    assigned_agent: { full_name: 'Test agent' },
    conversation_history: [{ message: 'My payment failed but money was deducted', response: offer?.text }],
  });
  expect(ticket?.activities).toEqual([
    expect.objectContaining({
      activity_type: 'assigned',
      admin_user_id: null,
      metadata: expect.objectContaining({ auto_assigned: true, method: 'auto', agent_username: 'agent' }),
    }),
  ]);
  expect(at.whatsApp.sent.at(-1)?.text).toBe(
    `I have passed our conversation on to our support team: it is ticket ${ticket?.ticket_id}. ` +
      'Test agent will answer you there.',
  );
});

test('what the FAQ knows is answered; greetings and thanks are met', async () => {
  await say('/start', 'How long does a refund take?', 'Thank you!');
  expect(at.told(chat)).toEqual([
    'Hello! What can I help you with?',
    'Refunds take three working days.',
    'You are welcome. Is there anything else?',
  ]);
  expect(await tickets()).toEqual([]);
});

test('a no goes on with the bot, and another question instead of an answer is a question', async () => {
  await say('My zither is out of tune', 'No, thanks');
  expect(lastTold()).toBe('All right. What else can I help you with?');
  await say('My zither is out of tune', 'How long does a refund take?', 'yes');
  expect(at.told(chat).at(-2)).toBe('Refunds take three working days.');
  expect(await tickets()).toEqual([]);
});

test('who asks for a person is offered one, and the whole conversation goes along', async () => {
  await say('How long does a refund take?', 'I want to talk to a human', 'Yes please');
  const [ticket] = await tickets();
  expect(ticket?.escalation_reason).toBe('User requested human agent assistance');
  expect(ticket?.conversation_history.map(({ message, response }) => [message, response])).toEqual([
    ['How long does a refund take?', 'Refunds take three working days.'],
    ['I want to talk to a human', 'Shall I pass our conversation on to our support team?'],
  ]);
});

test('the bot is silent once a person has answered, and what the customer says lands on the ticket', async () => {
  await say('My zither is out of tune', 'yes');
  const [ticket] = await tickets();
  const id = ticket?.id ?? 0;
  await say('It is a big one', 'And it is red');
  expect(lastTold()).toMatch(/^I have added this to ticket TKT-\d{4}-001\./);
  expect(at.told(chat).filter((text) => text.startsWith('I have added'))).toHaveLength(1);
  await reply(id, 'Good morning, I can tune it.');
  await at.settle();
  expect(lastTold()).toContain('Good morning, I can tune it.');
  const toldBefore = at.told(chat).length;
  await say('Wonderful', 'How long does a refund take?');
  expect(at.told(chat)).toHaveLength(toldBefore);
  const [after] = await tickets();
  expect(after?.conversation_history.map(({ message }) => message)).toEqual([
    'My zither is out of tune',
    'It is a big one',
    'And it is red',
    'Wonderful',
    'How long does a refund take?',
  ]);
  const { messages } = await operatorMessages(id);
  expect(messages.map(({ telegram_message_id }) => typeof telegram_message_id)).toEqual([
    'object',
    'object',
    'number',
    'number',
    'number',
    'number',
    'number',
  ]);
  const confidences = messages.map(({ sender_type, ai_confidence }) => [sender_type, ai_confidence]);
  expect(confidences.slice(0, 3)).toEqual([
    ['user', null],
    ['ai', 0],
    ['user', null],
  ]);
});

interface OperatorMessage {
  sender_type: string;
  telegram_message_id: number | null;
  ai_confidence: number | null;
}

async function operatorMessages(id: number) {
  const headers = { authorization: `Bearer ${await at.desk.tokenOf('admin')}` };
  const url = `/api/admin/tickets/${id}/messages`;
  const answer = await at.desk.node.app.inject({ method: 'GET', url, headers });
  return answer.json<{ data: { messages: OperatorMessage[] } }>().data;
}

test('a resolved ticket is open again when the customer writes; after a closed one the bot begins anew', async () => {
  await say('My zither is out of tune', 'yes');
  const [ticket] = await tickets();
  const id = ticket?.id ?? 0;
  const move = (status: string) =>
    at.desk.ask('PATCH', `/tickets/${id}/status`, { as: 'admin', body: { status } });
  await move('in_progress');
  await move('resolved');
  await say('It is still flat');
  expect((await tickets()).map(({ status }) => status)).toEqual(['open']);
  for (const status of ['in_progress', 'resolved', 'closed']) await move(status);
  await say('How long does a refund take?');
  expect(lastTold()).toBe('Refunds take three working days.');
  await say('My bassoon is broken', 'yes');
  const [second] = await tickets();
  expect(second?.conversation_history.map(({ message }) => message)).toEqual([
    'How long does a refund take?',
    'My bassoon is broken',
  ]);
});

test('an answer to a ticket of the web opens the chat for it, and quoting chooses among tickets', async () => {
  const { createUser, createTicket } = at.desk.node;
  const { id: requesterId } = await createUser({ role: 'customer', telegram_chat_id: String(chat) });
  const requester = { id: requesterId, name: 'John Doe', email: null };
  const first = await createTicket({ requester, source: 'web', subject: 'First' });
  const second = await createTicket({ requester, source: 'web', subject: 'Second' });
  await reply(first.id, 'About the first');
  await reply(second.id, 'About the second');
  await at.settle();
  await say('This is for the second');
  const ofFirst = at.telegram.sent.find(({ text }) => text.includes('About the first'));
  await at.byTelegram(chat, { text: 'This is for the first', replyTo: ofFirst?.id ?? 0 });
  await at.settle();
  await say('And on with the first');
  const byId = new Map((await tickets()).map((ticket) => [ticket.id, ticket.conversation_history]));
  expect(byId.get(second.id)?.at(-1)?.message).toBe('This is for the second');
  expect(
    byId
      .get(first.id)
      ?.map(({ message }) => message)
      .slice(-2),
  ).toEqual(['This is for the first', 'And on with the first']);
});

test('a customer is known again, by the chat or by the number; an account that only claims the number is somebody else’s', async () => {
  const { services, createUser } = at.desk.node;
  await createUser({ username: 'boss', role: 'agent', whatsapp_number: `+${number}` });
  await createUser({ username: 'claimant', role: 'customer', whatsapp_number: `+${number}` });
  await sayByWhatsApp('My zither is out of tune', 'Hello');
  await say('Hello', 'Hello again');
  const people = await services.database.db
    .selectFrom('user')
    .select(['username', 'full_name', 'telegram_username', 'whatsapp_number'])
    .where('role', '=', 'customer')
    .where('username', 'not in', ['customer', 'claimant'])
    .orderBy('id')
    .execute();
  expect(people).toEqual([
    {
      username: `whatsapp-${number}`,
      full_name: 'Robin Hale',
      telegram_username: null,
      whatsapp_number: `+${number}`,
    },
    {
      username: `telegram-${chat}`,
      full_name: 'John Doe',
      telegram_username: 'johndoe',
      whatsapp_number: null,
    },
  ]);
});

test('nobody listens to a customer whom an admin has deactivated', async () => {
  await say('Hello');
  const { db } = at.desk.node.services.database;
  const customer = await db
    .selectFrom('user')
    .select('id')
    .where('username', '=', `telegram-${chat}`)
    .executeTakeFirstOrThrow();
  await at.desk.node.services.userAdmin.deactivate(at.desk.node.users.superAdmin, customer.id);
  await say('Hello?');
  expect(at.told(chat)).toHaveLength(1);
});

test('a ticket that waited for an agent says whose it is when somebody has time', async () => {
  const { services, users } = at.desk.node;
  for (const agent of [users.agent, users.colleague]) {
    await at.desk.ask('PATCH', `/admin/users/agents/${agent.id}/availability?is_available=false`, {
      as: 'admin',
    });
  }
  await say('My payment failed but money was deducted', 'yes');
  expect(lastTold()).toMatch(/A person will answer you there\.$/);
  await at.desk.ask('PATCH', `/admin/users/agents/${users.agent.id}/availability?is_available=true`, {
    as: 'admin',
  });
  await services.autoAssignment.drain();
  await at.settle();
  expect(lastTold()).toMatch(/^Test agent has taken your ticket TKT-\d{4}-001 and will answer you here\.$/);
});

test('a customer who writes Russian is answered in Russian', async () => {
  await at.byTelegram(chat, { text: 'Моя цитра расстроена', language: 'ru' });
  await at.settle();
  expect(lastTold()).toBe('Сам я с этим помочь не могу. Передать нашу переписку в службу поддержки?');
  await at.byTelegram(chat, { text: 'да', language: 'ru' });
  await at.settle();
  expect(lastTold()).toMatch(/^Я передал нашу переписку в службу поддержки: тикет TKT-\d{4}-001\./);
});

test('pressed buttons count when they are pressed, and say nothing more once there is a ticket', async () => {
  await say('My zither is out of tune', 'Hello');
  await at.byTelegram(chat, { press: 'yes' });
  await at.settle();
  await at.byTelegram(chat, { press: 'yes' });
  await at.settle();
  const [ticket] = await tickets();
  expect(await tickets()).toHaveLength(1);
  expect(ticket?.conversation_history.map(({ message }) => message)).toEqual([
    'My zither is out of tune',
    'Hello',
  ]);
  await at.byTelegram(chat + 1, { press: 'no' });
  await at.settle();
  expect(at.told(chat + 1)).toEqual(['All right. What else can I help you with?']);
});
