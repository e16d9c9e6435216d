import { expect, test } from 'vitest';
import { readChannels } from './read-channels.ts';

test('what is not set is not configured', () => {
  expect(readChannels({})).toEqual({ email: null, whatsApp: null });
  expect(readChannels({ WAYPOST_SMTP_URL: ' ' })).toEqual({ email: null, whatsApp: null });
});

test('both channels are read, with the address of the real API unless another is given', () => {
  const env = {
    WAYPOST_SMTP_URL: 'smtps://me:secret@mail.example.org',
    WAYPOST_SMTP_FROM: 'Desk <desk@example.org>',
    WAYPOST_WHATSAPP_TOKEN: 'token',
    WAYPOST_WHATSAPP_PHONE_ID: '1234',
  };
  const whatsApp = { token: 'token', phoneNumberId: '1234', apiUrl: 'https://graph.facebook.com/v21.0' };
  expect(readChannels(env)).toEqual({
    email: { url: env.WAYPOST_SMTP_URL, from: env.WAYPOST_SMTP_FROM },
    whatsApp,
  });
  expect(readChannels({ ...env, WAYPOST_WHATSAPP_API: 'http://127.0.0.1:9/v1/' }).whatsApp?.apiUrl).toBe(
    'http://127.0.0.1:9/v1',
  );
});

test.each([
  [{ WAYPOST_SMTP_URL: 'smtp://secret' }, 'WAYPOST_SMTP_URL and WAYPOST_SMTP_FROM must be set together'],
  [{ WAYPOST_SMTP_URL: 'secret', WAYPOST_SMTP_FROM: 'a@b.c' }, 'must be an address'],
  [{ WAYPOST_WHATSAPP_TOKEN: 'secret', WAYPOST_WHATSAPP_PHONE_ID: '../me' }, 'digits alone'],
])('what makes no sense is refused without saying secrets', (env, text) => {
  expect(() => readChannels(env)).toThrow(text);
  expect(() => readChannels(env)).not.toThrow('secret');
});
