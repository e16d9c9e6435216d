import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelSettings } from '../channels/channel-settings.ts';
import { createTestMessengers, type TestMessengers } from '../testing/test-messengers.ts';
import { createTestPeer, type PeerReply, type TestPeer } from '../testing/test-peer.ts';
import { askAssistant } from './assistant.ts';

let peer: TestPeer;
let at: TestMessengers;
let reply: PeerReply;
const chat = 456_789;

const says = (content: string): PeerReply => ({
  status: 200,
  body: {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content } }],
  },
});

beforeEach(async () => {
  reply = says('Refunds take three days.');
  peer = await createTestPeer(() => reply);
  const assistant = channelSettings.assistant.parse({ url: `${peer.url}/v1`, model: 'small', key: 'ai-key' });
  at = await createTestMessengers({ assistant });
  const { knowledge } = at.desk.node.services;
  const faq = { category: 'Payment', tags: [] };
  const { admin } = at.desk.node.users;
  const question = 'How long does a refund take?';
  await knowledge.create(admin, { ...faq, question, answer: 'Three working days.' });
  await knowledge.create(admin, { ...faq, question: 'Where is the office?', answer: 'In Leeds.' });
});
afterEach(async () => {
  await at[Symbol.asyncDispose]();
  await peer[Symbol.asyncDispose]();
});

async function say(...lines: string[]): Promise<string | undefined> {
  for (const line of lines) {
    await at.byTelegram(chat, line);
    await at.settle();
  }
  return at.told(chat).at(-1);
}

interface Asked {
  model: string;
  messages: { role: string; content: string }[];
}

const asked = (): Asked[] => peer.received.map(({ body }) => body as Asked);

async function turns() {
  const { body } = await at.desk.ask('GET', '/tickets', { as: 'admin' });
  const log = await at.desk.node.services.chatHistory.turns({ limit: 10 });
  const { total } = (body as { data: { total: number } }).data;
  return { total, log: log.map(({ answered_by, confidence }) => ({ answered_by, confidence })) };
}

test('the assistant is asked with the nearest entries and the conversation so far, and its words are the answer', async () => {
  expect(await say('How long until my refund?')).toBe('Refunds take three days.');
  reply = says('Yes, on Sundays as well.');
  await say('And on weekends?');
  const [first, second] = asked();
  expect(peer.received[0]).toMatchObject({
    method: 'POST',
    path: '/v1/chat/completions',
    headers: { authorization: 'Bearer ai-key', 'content-type': 'application/json' },
  });
  expect(first?.model).toBe('small');
  const [system, ...lines] = first?.messages ?? [];
  expect(system).toMatchObject({ role: 'system' });
  expect(system?.content).toContain('Q: How long does a refund take?\nA: Three working days.');
  expect(system?.content).not.toContain('Leeds');
  expect(lines).toEqual([{ role: 'user', content: 'How long until my refund?' }]);
  expect(second?.messages.slice(1)).toEqual([
    { role: 'user', content: 'How long until my refund?' },
    { role: 'assistant', content: 'Refunds take three days.' },
    { role: 'user', content: 'And on weekends?' },
  ]);
  expect((await turns()).log).toEqual([
    { answered_by: 'assistant', confidence: 1 },
    { answered_by: 'assistant', confidence: 1 },
  ]);
});

test('its word for a person becomes the offer, and no customer reads it', async () => {
  reply = says("I'll connect you with our support team. [RAISE_TICKET]");
  expect(await say('My payment failed')).toBe(
    "I'll connect you with our support team.\n\nShall I pass our conversation on to our support team?",
  );
  expect(at.telegram.sent.at(-1)?.keys).toHaveLength(2);
  reply = says('[RAISE_TICKET]');
  expect(await say('My payment failed')).toBe(
    'I cannot help you with that myself. Shall I pass our conversation on to our support team?',
  );
  await say('yes');
  const { total, log } = await turns();
  expect(total).toBe(1);
  expect(log.at(-1)).toEqual({ answered_by: 'assistant', confidence: 0 });
});

test.each<[string, PeerReply]>([
  ['an error', { status: 500, body: { error: { message: 'Overloaded' } } }],
  ['a refused key', { status: 401, body: { error: { message: 'Incorrect API key provided: ai-key' } } }],
  ['nothing', says('  ')],
  ['another form', { status: 200, body: { text: 'Hello' } }],
  ['no JSON', { status: 200, body: undefined }],
])('when it answers with %s the FAQ speaks, and the log says so', async (_name, bad) => {
  reply = bad;
  expect(await say('How long does a refund take?')).toBe('Three working days.');
  expect((await turns()).log).toEqual([{ answered_by: 'faq', confidence: expect.any(Number) }]);
  const { systemLog } = at.desk.node.services;
  await systemLog.flush();
  const logged = await systemLog.list({ limit: 10 });
  expect(logged.map(({ message }) => message)).toContain('The assistant did not answer');
  expect(JSON.stringify(logged)).not.toContain('ai-key');
});

test('it is told nothing of what customers say to people', async () => {
  reply = says('[RAISE_TICKET]');
  await say('My payment failed', 'yes');
  const before = asked().length;
  await say('My card number is 1234');
  expect(asked()).toHaveLength(before);
});

test('the IT document’s chatbot asks it as well, and hands over when it asks for people twice', async () => {
  const headers = { authorization: `Bearer ${await at.desk.tokenOf('admin')}` };
  const chatOf = (message: string, session_id?: string) =>
    at.desk.node.app.inject({
      method: 'POST',
      url: '/api/chatbot/chat',
      headers,
      payload: { message, ...(session_id === undefined ? {} : { session_id }) },
    });
  const first = (await chatOf('How long is it?')).json<{ response: string; session_id: string }>();
  expect(first).toMatchObject({ response: 'Refunds take three days.', confidence_score: 1 });
  reply = says('I do not know that. [RAISE_TICKET]');
  const second = (await chatOf('Why?', first.session_id)).json<object>();
  expect(second).toMatchObject({ response: 'I do not know that.', was_escalated: false });
  const third = (await chatOf('But why?', first.session_id)).json<object>();
  expect(third).toMatchObject({ was_escalated: true, ticket_id: expect.any(Number) });
});

test('an endpoint that does not answer in time has not answered', async () => {
  await using silent = await createTestPeer(() => new Promise(() => {}));
  const settings = channelSettings.assistant.parse({ url: silent.url, model: 'small' });
  const lines = [{ role: 'user', content: 'Hello' }] as const;
  const answer = await askAssistant(settings, lines, new AbortController().signal, 30);
  expect(answer).toEqual({ kind: 'failed', reason: 'No answer in time' });
});

test('a node that stops leaves the question for its next start', async () => {
  const hanging = Promise.withResolvers<PeerReply>();
  await using silent = await createTestPeer(() => hanging.promise);
  await using desk = await createTestMessengers({
    assistant: channelSettings.assistant.parse({ url: silent.url, model: 'small' }),
  });
  const { inbound, database } = desk.desk.node.services;
  await desk.byTelegram(chat, 'How long does a refund take?');
  const running = inbound.run();
  await expect.poll(() => silent.received.length, { timeout: 15_000 }).toBe(1);
  inbound.stop();
  await running;
  const kept = await database.db.selectFrom('inbound_message').select(['status', 'attempts']).execute();
  expect(kept).toEqual([{ status: 'PENDING', attempts: 0 }]);
  expect(desk.telegram.sent).toEqual([]);
});
