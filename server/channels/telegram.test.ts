import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createTestTelegram,
  telegramError,
  testTelegramToken,
  type TestTelegram,
} from '../testing/test-telegram.ts';
import { appButton, type Letter } from './channel.ts';
import { channelSettings } from './channel-settings.ts';
import { createTelegramChannel } from './telegram.ts';

let api: TestTelegram;

beforeEach(async () => {
  api = await createTestTelegram();
});
afterEach(() => api[Symbol.asyncDispose]());

const letter: Letter = {
  trace: 'waypost.7.1',
  recipient: '456789',
  recipientName: 'John Doe',
  subject: '',
  text: 'Hello <b>you</b> & "them"',
  buttons: [],
};

function send(fields: Partial<Letter> = {}, settings: object = {}) {
  const given = { token: testTelegramToken, api_url: api.url, ...settings };
  const channel = createTelegramChannel(channelSettings.telegram.parse(given));
  return channel.send({ ...letter, ...fields }, new AbortController().signal);
}

test('a text is sent as it is, and answered with what Telegram calls it', async () => {
  expect(await send()).toEqual({ kind: 'sent', peerId: '1000', answer: '200 message_id 1000' });
  expect(api.sent).toEqual([{ id: 1000, chatId: 456_789, text: letter.text, keys: [] }]);
});

test('buttons say their value; the application opens in private chats, its page in groups', async () => {
  const buttons = [
    { label: 'Yes', value: 'yes' },
    { label: 'Open', value: appButton },
  ];
  await send({ buttons });
  await send({ buttons }, { app_url: 'https://app.example.org/' });
  await send({ buttons, recipient: '-100456' }, { app_url: 'https://app.example.org/' });
  const yes = { text: 'Yes', callback_data: 'yes' };
  expect(api.sent.map(({ keys }) => keys)).toEqual([
    [yes],
    [yes, { text: 'Open', web_app: { url: 'https://app.example.org/' } }],
    [yes, { text: 'Open', url: 'https://app.example.org/' }],
  ]);
});

test.each([
  [400, 'Bad Request: chat not found', true],
  [403, 'Forbidden: bot was blocked by the user', true],
  [401, 'Unauthorized', false],
  [404, 'Not Found', false],
  [500, 'Internal Server Error', false],
])('%i %s is final: %s', async (status, description, isFinal) => {
  api.answerWith(telegramError(status, description));
  expect(await send()).toEqual({
    kind: 'failed',
    reason: `${status} ${description}`,
    isFinal,
    retryAfterMs: null,
  });
});

test('too many requests say when to come again', async () => {
  api.answerWith(telegramError(429, 'Too Many Requests: retry after 35', { retry_after: 35 }));
  expect(await send()).toMatchObject({ kind: 'failed', isFinal: false, retryAfterMs: 35_000 });
});

test('no failure says the token, and a chat that is no number is nobody', async () => {
  const gone = await send({}, { api_url: 'http://127.0.0.1:1' });
  expect(gone).toMatchObject({ kind: 'failed', isFinal: false });
  expect(JSON.stringify(gone)).not.toContain('telegram-token');
  expect(await send({ recipient: '@somebody' })).toMatchObject({ kind: 'failed', isFinal: true });
  expect(await send({}, { token: 'another' })).toMatchObject({ reason: '401 Unauthorized', isFinal: false });
});
