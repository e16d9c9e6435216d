import { createHmac } from 'node:crypto';
import { channelSettings, type ChannelSettings } from '../channels/channel-settings.ts';
import { createTestTelegram, testTelegramToken, type TestTelegram } from './test-telegram.ts';
import { createTestV1, type TestV1 } from './test-v1.ts';
import { createTestWhatsApp, testWhatsApp, type TestWhatsApp } from './test-whatsapp.ts';

export const webhookSecret = 'telegram-hook-secret';
export const appSecret = 'whatsapp-app-secret';
export const verifyToken = 'whatsapp verify token';

export interface HookAnswer {
  status: number;
  body: unknown;
}

export interface TelegramWords {
  text?: string;
  /** A button that is pressed instead. */
  press?: string;
  updateId?: number;
  language?: string;
  replyTo?: number;
  /** More fields of the message. */
  more?: object;
}

/** A node that customers reach by Telegram and WhatsApp, and both of them on this computer. */
export interface TestMessengers extends AsyncDisposable {
  desk: TestV1;
  telegram: TestTelegram;
  whatsApp: TestWhatsApp;
  /** Telegram brings an update. */
  byTelegram: (chatId: number, words: TelegramWords | string) => Promise<HookAnswer>;
  /** WhatsApp brings a message. */
  byWhatsApp: (from: string, text: string, more?: object) => Promise<HookAnswer>;
  /** WhatsApp brings anything, signed. */
  postWhatsApp: (value: object, headers?: Record<string, string>) => Promise<HookAnswer>;
  /** Works off what came in and sends what follows. */
  settle: () => Promise<void>;
  /** What this chat was told, oldest first. */
  told: (chatId: number) => string[];
}

export function signBody(body: string, secret = appSecret): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

const settingsFor = (telegram: TestTelegram, whatsApp: TestWhatsApp) => ({
  telegram: channelSettings.telegram.parse({
    token: testTelegramToken,
    api_url: telegram.url,
    webhook_secret: webhookSecret,
  }),
  whatsapp: channelSettings.whatsapp.parse({
    ...testWhatsApp,
    api_url: whatsApp.url,
    app_secret: appSecret,
    verify_token: verifyToken,
  }),
});

export async function createTestMessengers(more: Partial<ChannelSettings> = {}): Promise<TestMessengers> {
  const telegram = await createTestTelegram();
  const whatsApp = await createTestWhatsApp();
  const desk = await createTestV1({ channelSettings: { ...settingsFor(telegram, whatsApp), ...more } });
  const { app, services } = desk.node;
  let [updates, messages] = [10_000, 0];

  async function post(url: string, payload: string, headers: Record<string, string>): Promise<HookAnswer> {
    const type = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url, payload, headers: { ...type, ...headers } });
    return { status: answer.statusCode, body: answer.json() };
  }

  function postWhatsApp(value: object, headers: Record<string, string> = {}): Promise<HookAnswer> {
    const metadata = { display_phone_number: '1', phone_number_id: testWhatsApp.phone_number_id };
    const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
    const payload = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [change] }],
    });
    return post('/api/inbound/whatsapp', payload, { 'x-hub-signature-256': signBody(payload), ...headers });
  }

  return {
    desk,
    telegram,
    whatsApp,
    byTelegram: (chatId, words) => {
      const said: TelegramWords = typeof words === 'string' ? { text: words } : words;
      updates += 1;
      const update = toUpdate(chatId, said, said.updateId ?? updates);
      const headers = { 'x-telegram-bot-api-secret-token': webhookSecret };
      return post('/api/inbound/telegram', JSON.stringify(update), headers);
    },
    byWhatsApp: (from, text, fields = {}) => {
      messages += 1;
      const message = { from, id: `wamid.in.${messages}`, timestamp: '1749416383', type: 'text' };
      return postWhatsApp({
        contacts: [{ profile: { name: 'Robin Hale' }, wa_id: from }],
        messages: [{ ...message, text: { body: text }, ...fields }],
      });
    },
    postWhatsApp,
    settle: async () => {
      await services.inbound.run();
      await services.mediaFetcher.run();
      await services.delivery.run();
    },
    told: (chatId) => telegram.sent.filter((each) => each.chatId === chatId).map(({ text }) => text),
    [Symbol.asyncDispose]: async () => {
      await desk[Symbol.asyncDispose]();
      await telegram[Symbol.asyncDispose]();
      await whatsApp[Symbol.asyncDispose]();
    },
  };
}

interface TelegramUpdateBody {
  update_id: number;
  message?: object;
  callback_query?: object;
}

/** What Telegram says of a message or a pressed button. */
export function toUpdate(chatId: number, words: TelegramWords, update_id: number): TelegramUpdateBody {
  const { text, press, language = 'en', replyTo, more } = words;
  const from = {
    id: chatId,
    is_bot: false,
    first_name: 'John',
    last_name: 'Doe',
    username: 'johndoe',
    language_code: language,
  };
  const chat = { id: chatId, type: 'private', first_name: 'John', username: 'johndoe' };
  if (press !== undefined) {
    const message = { message_id: 5, date: 1_441_645_532, chat };
    return {
      update_id,
      callback_query: { id: `query-${update_id}`, from, chat_instance: '1', data: press, message },
    };
  }
  const quoted =
    replyTo === undefined
      ? {}
      : { reply_to_message: { message_id: replyTo, date: 1_441_645_532, chat, text: '…' } };
  const message = { message_id: update_id - 9_000, date: 1_441_645_532, from, chat, ...quoted, ...more };
  return { update_id, message: text === undefined ? message : { ...message, text } };
}
