import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelSettings } from '../../channels/channel-settings.ts';
import { createTestPeer, type PeerReply } from '../../testing/test-peer.ts';
import { createTestSmtp } from '../../testing/test-smtp.ts';
import {
  createTestTelegram,
  telegramError,
  testTelegramToken,
  type TestTelegram,
} from '../../testing/test-telegram.ts';
import type { Method } from '../../testing/test-asker.ts';
import { createTestV1, type TestV1 } from '../../testing/test-v1.ts';

let desk: TestV1;
let telegram: TestTelegram;

beforeEach(async () => {
  telegram = await createTestTelegram();
  const token = 'environment-token';
  desk = await createTestV1({
    channelSettings: { whatsapp: channelSettings.whatsapp.parse({ token, phone_number_id: '5' }) },
  });
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
  await telegram[Symbol.asyncDispose]();
});

const ask = (method: Method, path: string, body?: object) =>
  desk.ask(method, `/admin/channels${path}`, { as: 'admin', ...(body === undefined ? {} : { body }) });

async function channel(name: string) {
  const { body } = await ask('GET', '');
  const { channels } = (body as { data: { channels: { name: string }[] } }).data;
  return channels.find((each) => each.name === name);
}

const settings = () => ({ token: testTelegramToken, webhook_secret: 'hush-hush', api_url: telegram.url });

test('a channel is set up, shown without its secrets, and used at once', async () => {
  expect(await channel('telegram')).toMatchObject({ source: 'none', is_configured: false, settings: null });
  const put = await ask('PUT', '/telegram', settings());
  const shown = {
    name: 'telegram',
    source: 'settings',
    is_configured: true,
    is_unreadable: false,
    settings: {
      token: '********',
      webhook_secret: '********',
      updates: 'webhook',
      app_url: null,
      language: 'ru',
      api_url: telegram.url,
    },
    secret_fields: ['token', 'webhook_secret'],
    receives: true,
    webhook_path: '/api/inbound/telegram',
    updated_at: expect.any(String),
    updated_by: 'Test admin',
  };
  expect(put).toMatchObject({ status: 200, body: { data: { message: 'Channel updated', channel: shown } } });
  expect(await channel('telegram')).toEqual(shown);

  const customer = await desk.node.createUser({ role: 'customer', telegram_chat_id: '42' });
  const requester = { id: customer.id, name: null, email: null };
  const { id } = await desk.node.createTicket({ requester, source: 'telegram' });
  await desk.ask('POST', `/tickets/${id}/messages`, { as: 'admin', body: { text: 'Hello' } });
  await desk.node.services.delivery.run();
  expect(telegram.sent.map(({ chatId }) => chatId)).toEqual([42]);
});

test('secrets that are sent back masked or left out stay; null takes one away', async () => {
  await ask('PUT', '/telegram', settings());
  await ask('PUT', '/telegram', {
    token: '********',
    webhook_secret: null,
    api_url: telegram.url,
    language: 'en',
  });
  expect(await channel('telegram')).toMatchObject({
    settings: { token: '********', webhook_secret: null, language: 'en' },
    receives: false,
  });
  await ask('PUT', '/telegram', { api_url: telegram.url });
  expect(desk.node.services.channelSetup.settingsOf('telegram')).toMatchObject({ token: testTelegramToken });
  await ask('PUT', '/email', { url: 'smtp://me:s3cret@mail.example.org', from: 'a@b.c' });
  await ask('PUT', '/email', { url: 'smtp://me:********@mail.example.org:2525', from: 'a@b.c' });
  expect(desk.node.services.channelSetup.settingsOf('email')?.url).toBe(
    'smtp://me:s3cret@mail.example.org:2525',
  );
  expect(await channel('email')).toMatchObject({
    settings: { url: 'smtp://me:********@mail.example.org:2525' },
  });
});

test('no answer, no audit entry and no page of the database says a secret', async () => {
  const said = [
    await ask('PUT', '/telegram', settings()),
    await ask('GET', ''),
    await ask('POST', '/telegram/test', { to: '1' }),
  ].map(({ text }) => text);
  const audit = await desk.node.services.database.db.selectFrom('audit_log').select('metadata').execute();
  said.push(JSON.stringify(audit));
  for (const file of ['', '-wal']) said.push(readFileSync(`${desk.node.file}${file}`, 'latin1'));
  for (const text of said) {
    expect(text).not.toContain('telegram-token');
    expect(text).not.toContain('hush-hush');
    expect(text).not.toContain('environment-token');
  }
});

test('what an admin set is there after a restart, and unreadable under another key', async () => {
  await ask('PUT', '/telegram', settings());
  const { channelSetup, database } = desk.node.services;
  await channelSetup.load();
  expect(channelSetup.settingsOf('telegram')?.token).toBe(testTelegramToken);
  await database.write((tx) => tx.sql.updateTable('channel_setting').set({ sealed: 'AAAA' }).execute());
  await channelSetup.load();
  expect(await channel('telegram')).toMatchObject({ source: 'none', is_unreadable: true, settings: null });
});

test('the environment wins and cannot be changed from here', async () => {
  expect(await channel('whatsapp')).toMatchObject({
    source: 'environment',
    settings: { token: '********', phone_number_id: '5', app_secret: null },
    updated_by: null,
  });
  const body = { phone_number_id: '6', token: 'mine' };
  const refused = { status: 409, body: { detail: "The channel is set up by the node's environment" } };
  expect(await ask('PUT', '/whatsapp', body)).toMatchObject(refused);
  expect(await ask('DELETE', '/whatsapp')).toMatchObject(refused);
});

test('a channel is taken down', async () => {
  await ask('PUT', '/telegram', settings());
  expect(await ask('DELETE', '/telegram')).toMatchObject({
    status: 200,
    body: { data: { channel: { source: 'none', settings: null } } },
  });
  expect(await ask('DELETE', '/telegram')).toMatchObject({ status: 404 });
  expect(desk.node.services.channelSetup.live.has('TELEGRAM')).toBe(false);
});

test.each([
  ['/telegram', {}, "Field 'token' is required"],
  ['/telegram', { token: 'a b' }, "Field 'token' must be a token as BotFather gives it"],
  ['/telegram', { token: '1:a', app_url: 'http://a.b' }, "Field 'app_url' must be an address that begins"],
  ['/telegram', { token: '1:a', updates: 'never' }, "Field 'updates' must be webhook or polling"],
  ['/telegram', { token: '1:a', language: 'fr' }, "Field 'language' must be ru or en"],
  ['/email', { url: 'http://a.b', from: 'x' }, "Field 'url' must be an address that begins with smtp://"],
  ['/assistant', { url: 'http://a.b' }, "Field 'model' is required"],
])('PUT %s %j is refused: %s', async (path, body, detail) => {
  const answer = await ask('PUT', path, body);
  expect(answer.status).toBe(400);
  expect((answer.body as { detail: string }).detail).toContain(detail);
});

test('a test says what the other side answered, whether it was good or bad', async () => {
  await using smtp = await createTestSmtp();
  expect(await ask('POST', '/telegram/test', { to: '7' })).toMatchObject({
    status: 409,
    body: { detail: "The channel 'telegram' is not configured" },
  });
  await ask('PUT', '/telegram', settings());
  expect(await ask('POST', '/telegram/test', {})).toMatchObject({ status: 400 });
  expect(await ask('POST', '/telegram/test', { to: '7' })).toMatchObject({
    status: 200,
    body: { data: { is_sent: true, answer: '200 message_id 1000' } },
  });
  telegram.answerWith(telegramError(403, 'Forbidden: bot was blocked by the user'));
  expect(await ask('POST', '/telegram/test', { to: '7' })).toMatchObject({
    status: 200,
    body: { data: { is_sent: false, answer: '403 Forbidden: bot was blocked by the user' } },
  });
  await ask('PUT', '/email', { url: smtp.url, from: 'desk@example.org' });
  expect(await ask('POST', '/email/test', { to: 'me@example.org' })).toMatchObject({
    body: { data: { is_sent: true, answer: expect.stringMatching(/^250 /) } },
  });
  expect(smtp.received[0]).toContain('test message from Waypost');
  expect(await ask('POST', '/nothing/test', { to: '7' })).toMatchObject({ status: 400 });
});

test('the assistant is tested with a question', async () => {
  const answers: PeerReply[] = [
    { status: 200, body: { choices: [{ message: { role: 'assistant', content: 'ready' } }] } },
    { status: 401, body: { error: { message: 'Incorrect API key provided' } } },
    { status: 200, body: { choices: [] } },
  ];
  await using peer = await createTestPeer(() => answers.shift() ?? { status: 500, body: {} });
  await ask('PUT', '/assistant', { url: `${peer.url}/v1`, model: 'small', key: 'ai-key' });
  const said: unknown[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { body } = await ask('POST', '/assistant/test', {});
    const { is_sent, answer } = (body as { data: { is_sent: boolean; answer: string } }).data;
    said.push([is_sent, answer]);
  }
  expect(said).toEqual([
    [true, 'ready'],
    [false, '401 Incorrect API key provided'],
    [false, '200 OK'],
  ]);
  expect(peer.received[0]).toMatchObject({
    path: '/v1/chat/completions',
    headers: { authorization: 'Bearer ai-key' },
    body: { model: 'small', messages: [{ role: 'user', content: expect.any(String) }] },
  });
});
