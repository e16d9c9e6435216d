import { expect, test } from 'vitest';
import { readChannels } from './read-channels.ts';

test('what is not set is not configured', () => {
  const nothing = { email: null, whatsapp: null, telegram: null, assistant: null };
  expect(readChannels({})).toEqual(nothing);
  expect(readChannels({ WAYPOST_SMTP_URL: ' ' })).toEqual(nothing);
});

test('channels are read, with the address of the real API unless another is given', () => {
  const env = {
    WAYPOST_SMTP_URL: 'smtps://me:secret@mail.example.org',
    WAYPOST_SMTP_FROM: 'Desk <desk@example.org>',
    WAYPOST_WHATSAPP_TOKEN: 'token',
    WAYPOST_WHATSAPP_PHONE_ID: '1234',
    WAYPOST_TELEGRAM_TOKEN: '12:ab',
    WAYPOST_TELEGRAM_WEBHOOK_SECRET: 'hush',
    WAYPOST_AI_URL: 'http://127.0.0.1:11434/v1/',
    WAYPOST_AI_MODEL: 'small',
  };
  expect(readChannels(env)).toEqual({
    email: { url: env.WAYPOST_SMTP_URL, from: env.WAYPOST_SMTP_FROM },
    whatsapp: {
      token: 'token',
      phone_number_id: '1234',
      app_secret: null,
      verify_token: null,
      api_url: 'https://graph.facebook.com/v21.0',
    },
    telegram: {
      token: '12:ab',
      webhook_secret: 'hush',
      updates: 'webhook',
      app_url: null,
      language: 'ru',
      api_url: 'https://api.telegram.org',
    },
    assistant: { url: 'http://127.0.0.1:11434/v1', key: null, model: 'small' },
  });
  const elsewhere = { ...env, WAYPOST_WHATSAPP_API: 'http://127.0.0.1:9/v1/' };
  expect(readChannels(elsewhere).whatsapp?.api_url).toBe('http://127.0.0.1:9/v1');
});

test.each([
  [{ WAYPOST_SMTP_URL: 'smtp://secret' }, 'WAYPOST_SMTP_URL and WAYPOST_SMTP_FROM must be set together'],
  [{ WAYPOST_SMTP_URL: 'secret', WAYPOST_SMTP_FROM: 'a@b.c' }, 'must be an address'],
  [{ WAYPOST_WHATSAPP_TOKEN: 'secret', WAYPOST_WHATSAPP_PHONE_ID: '../me' }, 'digits alone'],
  [{ WAYPOST_TELEGRAM_TOKEN: 'my secret' }, 'WAYPOST_TELEGRAM_TOKEN must be a token'],
  [{ WAYPOST_AI_URL: 'http://secret' }, 'WAYPOST_AI_URL and WAYPOST_AI_MODEL must be set together'],
])('what makes no sense is refused without saying secrets', (env, text) => {
  expect(() => readChannels(env)).toThrow(text);
  expect(() => readChannels(env)).not.toThrow('secret');
});
