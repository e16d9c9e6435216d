import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelSettings } from '../channels/channel-settings.ts';
import { createTelegramChannel } from '../channels/telegram.ts';
import { createWhatsAppChannel } from '../channels/whatsapp.ts';
import {
  createTestTelegram,
  telegramError,
  testTelegramToken,
  type TestTelegram,
} from '../testing/test-telegram.ts';
import { applyChange } from '../testing/test-tickets.ts';
import { createTestV1, type TestV1 } from '../testing/test-v1.ts';
import { createTestWhatsApp, testWhatsApp, type TestWhatsApp } from '../testing/test-whatsapp.ts';

let desk: TestV1;
let telegram: TestTelegram;
let whatsApp: TestWhatsApp;

beforeEach(async () => {
  telegram = await createTestTelegram();
  whatsApp = await createTestWhatsApp();
  const forTelegram = { token: testTelegramToken, api_url: telegram.url };
  const forWhatsApp = { ...testWhatsApp, api_url: whatsApp.url };
  desk = await createTestV1({
    channels: {
      TELEGRAM: createTelegramChannel(channelSettings.telegram.parse(forTelegram)),
      WHATSAPP: createWhatsAppChannel(channelSettings.whatsapp.parse(forWhatsApp)),
    },
  });
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
  await telegram[Symbol.asyncDispose]();
  await whatsApp[Symbol.asyncDispose]();
});

async function openBy(source: 'telegram' | 'whatsapp' | 'web', chat: string | null = '456789') {
  const { createUser, createTicket, users } = desk.node;
  const customer = await createUser({ role: 'customer', telegram_chat_id: chat });
  const requester = { id: customer.id, name: 'John Doe', email: null };
  const phone_number = source === 'whatsapp' ? '+919876543210' : null;
  return createTicket({ source, requester, phone_number, assigneeId: users.agent.id });
}

interface Shown {
  text: string;
  delivery: { channel: string; state: string; error: string | null } | null;
}

async function lastMessage(id: number): Promise<Shown | undefined> {
  const { body } = await desk.ask('GET', `/tickets/${id}/messages`, { as: 'admin' });
  return (body as { data: { messages: Shown[] } }).data.messages.at(-1);
}

const reply = (id: number, text: string) =>
  desk.ask('POST', `/tickets/${id}/messages`, { as: 'agent', body: { text } });

/** What the customer was told; event notifications apart. */
const said = (): string[] => telegram.sent.map(({ text }) => text).filter((text) => text.startsWith('📨'));

test('what an operator says through the admin-tickets document reaches the chat as the document shows it', async () => {
  const { id } = await openBy('telegram');
  const year = new Date(desk.node.clock.now()).getUTCFullYear();
  const headers = { authorization: `Bearer ${await desk.tokenOf('admin')}` };
  const post = (payload: object) =>
    desk.node.app.inject({ method: 'POST', url: `/api/admin/tickets/${id}/messages`, payload, headers });
  const answer = await post({ message: 'Thank you. <We> look into it.', messageType: 'text' });
  expect(answer.json()).toMatchObject({ success: true, data: { message: { telegram_message_id: null } } });
  await post({ message: 'For us alone', messageType: 'system_note' });
  await desk.node.services.delivery.run();
  await desk.node.services.delivery.run();
  expect(said()).toEqual([
    `📨 Новое сообщение по тикету TKT-${year}-001\n\nThank you. <We> look into it.\n\n` +
      'Вы можете ответить, отправив сообщение в этот чат.',
  ]);
  const read = await desk.node.app.inject({
    method: 'GET',
    url: `/api/admin/tickets/${id}/messages`,
    headers,
  });
  const { messages } = read.json<{ data: { messages: { telegram_message_id: number | null }[] } }>().data;
  expect(messages.map(({ telegram_message_id }) => telegram_message_id)).toEqual([
    null,
    expect.any(Number),
    null,
  ]);
});

test('an answer goes out by the channel the customer came from, whichever hand wrote it', async () => {
  const byTelegram = await openBy('telegram');
  const byWhatsApp = await openBy('whatsapp');
  const onTheWeb = await openBy('web', null);
  for (const { id } of [byTelegram, byWhatsApp, onTheWeb]) await reply(id, 'From v1');
  const { services, users } = desk.node;
  for (const { uid: ticket_uid } of [byTelegram, byWhatsApp]) {
    const args = { ticket_uid, message_uid: services.mintUid(), text: 'From the console' };
    await applyChange(services, users.agent, { name: 'ticket-reply', args });
  }
  const bearer = { authorization: `Bearer ${await desk.tokenOf('agent')}` };
  await desk.node.app.inject({
    method: 'POST',
    url: `/api/tickets/${byWhatsApp.id}/add_comment/`,
    payload: { comment: 'From 003' },
    headers: bearer,
  });
  await services.delivery.run();
  expect(said().map((text) => text.split('\n')[2])).toEqual(['From v1', 'From the console']);
  const toCustomer = whatsApp.sent.filter(({ text }) => !text.startsWith('Hello'));
  expect(toCustomer.map(({ to, text }) => `${to} ${text}`)).toEqual([
    '919876543210 From v1',
    '919876543210 From the console',
    '919876543210 From 003',
  ]);
  expect(await lastMessage(onTheWeb.id)).toMatchObject({ text: 'From v1', delivery: null });
});

test('how far an answer has come is seen with it', async () => {
  const { id } = await openBy('telegram');
  await reply(id, 'First');
  expect(await lastMessage(id)).toMatchObject({ delivery: { channel: 'telegram', state: 'queued' } });
  telegram.answerWith(telegramError(403, 'Forbidden: bot was blocked by the user'));
  await desk.node.services.delivery.run();
  const error = '403 Forbidden: bot was blocked by the user';
  expect(await lastMessage(id)).toMatchObject({ delivery: { state: 'failed', error } });
  telegram.answerWith(null);
  await reply(id, 'Second');
  await desk.node.services.delivery.run();
  expect(await lastMessage(id)).toMatchObject({ delivery: { state: 'sent', error: null } });
});

test('a conversation keeps its order, however its parts fare', async () => {
  const { id } = await openBy('telegram');
  await desk.node.services.delivery.run();
  telegram.answerWith(telegramError(502, 'Bad Gateway'));
  await reply(id, 'First');
  await desk.node.services.delivery.run();
  telegram.answerWith(null);
  await reply(id, 'Second');
  await desk.node.services.delivery.run();
  expect(said()).toEqual([]);
  desk.node.clock.advance(30_000);
  await desk.node.services.delivery.run();
  expect(said().map((text) => text.split('\n')[2])).toEqual(['First', 'Second']);
});

test('a channel that wants to be left alone is, and its letters lose no attempt by it', async () => {
  const { id } = await openBy('telegram');
  await desk.node.services.delivery.run();
  const calls = telegram.received.length;
  telegram.answerWith(telegramError(429, 'Too Many Requests: retry after 60', { retry_after: 60 }));
  await reply(id, 'First');
  await desk.node.services.delivery.run();
  const other = await openBy('telegram', '99');
  await reply(other.id, 'To another');
  desk.node.clock.advance(59_000);
  await desk.node.services.delivery.run();
  expect(telegram.received).toHaveLength(calls + 1);
  telegram.answerWith(null);
  desk.node.clock.advance(1_000);
  await desk.node.services.delivery.run();
  expect(said()).toHaveLength(2);
  const { body } = await desk.ask('GET', `/admin/deliveries?ticket_id=${id}&channel=telegram`, {
    as: 'admin',
  });
  const { deliveries } = (body as { data: { deliveries: { event: string; attempts: number }[] } }).data;
  expect(deliveries.find(({ event }) => event === 'REPLY')).toMatchObject({ attempts: 1, state: 'sent' });
});

test('a long answer comes in parts, and is as far as its last one', async () => {
  const { id } = await openBy('whatsapp');
  await reply(id, `${'word '.repeat(1000)}end`);
  await desk.node.services.delivery.run();
  const parts = whatsApp.sent.filter(({ text }) => text.startsWith('word'));
  expect(parts.map(({ text }) => text.split(' ').at(-1))).toEqual(['word', 'end']);
  expect(await lastMessage(id)).toMatchObject({ delivery: { channel: 'whatsapp', state: 'sent' } });
});

test('a customer of Telegram whose chat nobody knows is skipped, and the caller sees no error', async () => {
  const { id } = await openBy('telegram', null);
  expect(await reply(id, 'Are you there?')).toMatchObject({
    status: 201,
    body: { data: { entry: { delivery: { state: 'skipped', error: 'No Telegram chat' } } } },
  });
});
