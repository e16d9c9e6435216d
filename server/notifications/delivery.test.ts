import { expect, test } from 'vitest';
import { failed, type DeliveryChannel } from '../channels/channel.ts';
import { channelSettings } from '../channels/channel-settings.ts';
import { createEmailChannel } from '../channels/email.ts';
import { createWhatsAppChannel } from '../channels/whatsapp.ts';
import { createTestDesk, type TestChannels, type TestDesk } from '../testing/test-desk.ts';
import { createTestSmtp } from '../testing/test-smtp.ts';
import { createTestWhatsApp, notAllowed, testWhatsApp } from '../testing/test-whatsapp.ts';
import { waitAfter } from './delivery.service.ts';

const whatsAppAt = (api_url: string): DeliveryChannel =>
  createWhatsAppChannel(channelSettings.whatsapp.parse({ ...testWhatsApp, api_url }));

/** A desk with one person to tell of each new ticket. */
async function createDesk(channels: TestChannels): Promise<TestDesk> {
  const desk = await createTestDesk({ channels });
  const { users, services } = desk;
  await services.userAdmin.update(
    users.superAdmin,
    users.superAdmin.id,
    { whatsappNumber: '+49 151 234' },
    [],
  );
  await services.userAdmin.deactivate(users.superAdmin, users.admin.id);
  return desk;
}

async function logOf({ services, users }: TestDesk) {
  const log = await services.notifications.list(users.superAdmin, { limit: 100, offset: 0 });
  return log.map(({ id, channel, status, error }) => ({ id, channel, status, error }));
}

const statusesOf = async (desk: TestDesk): Promise<string[]> =>
  (await logOf(desk)).map(({ channel, status }) => `${channel} ${status}`);

test('email and WhatsApp leave once, as their servers want them', async () => {
  await using smtp = await createTestSmtp();
  await using api = await createTestWhatsApp();
  await using desk = await createDesk({
    EMAIL: createEmailChannel({ url: smtp.url, from: 'Desk <desk@example.org>' }),
    WHATSAPP: whatsAppAt(api.url),
  });
  const ticket = await desk.createTicket({ subject: 'Größe\r\nBcc: somebody@example.org' });
  expect(await statusesOf(desk)).toEqual(['WHATSAPP PENDING', 'EMAIL PENDING']);
  await desk.services.delivery.run();
  await desk.services.delivery.run();
  expect(await statusesOf(desk)).toEqual(['WHATSAPP SENT', 'EMAIL SENT']);
  expect(smtp.received).toHaveLength(1);
  const [mail = ''] = smtp.received;
  expect(mail).toMatch(/^To: .*superadmin@example.org/m);
  expect(mail).toMatch(/^Message-ID: <waypost\.\d+\.\d+@example.org>/m);
  expect(mail.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  const text = expect.stringContaining(`Ticket #${ticket.id}`) as string;
  expect(api.sent).toMatchObject([{ to: '49151234', buttons: [], text }]);
});

test('what fails for now is tried again, later each time, and given up in the end', async () => {
  let attempts = 0;
  const failing: DeliveryChannel = {
    send: async () => {
      attempts += 1;
      return failed('Nobody answers', false);
    },
  };
  await using desk = await createDesk({ EMAIL: failing });
  await desk.createTicket();
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await desk.services.delivery.run();
    await desk.services.delivery.run();
    expect(attempts).toBe(attempt);
    desk.clock.advance(waitAfter(attempt));
  }
  await desk.services.delivery.run();
  expect(attempts).toBe(8);
  const [, email] = await logOf(desk);
  expect(email).toMatchObject({ channel: 'EMAIL', status: 'FAILED', error: 'Nobody answers' });
});

test('a refusal is final, and sent again only when somebody says so', async () => {
  await using smtp = await createTestSmtp();
  await using desk = await createDesk({
    EMAIL: createEmailChannel({ url: smtp.url, from: 'd@example.org' }),
  });
  await desk.createTicket();
  smtp.refuseWith(550);
  await desk.services.delivery.run();
  const [, email] = await logOf(desk);
  expect(email?.status).toBe('FAILED');
  expect(email?.error).toContain('No such mailbox');
  expect(await desk.services.deliveryLog.replay(desk.users.admin, email?.id ?? 0)).not.toBeNull();
  expect(await desk.services.deliveryLog.replay(desk.users.admin, email?.id ?? 0)).toBeNull();
  smtp.refuseWith(451);
  await desk.services.delivery.run();
  expect((await logOf(desk))[1]?.status).toBe('PENDING');
  smtp.refuseWith(null);
  desk.clock.advance(waitAfter(1));
  await desk.services.delivery.run();
  expect((await logOf(desk))[1]).toMatchObject({ status: 'SENT', error: null });
});

test.each([
  [400, 'FAILED'],
  [401, 'PENDING'],
  [429, 'PENDING'],
  [503, 'PENDING'],
])('an answer of %i by the WhatsApp API leaves it %s with the reason', async (status, expected) => {
  await using api = await createTestWhatsApp();
  await using desk = await createDesk({ WHATSAPP: whatsAppAt(api.url) });
  await desk.createTicket();
  api.answerWith(notAllowed(status));
  await desk.services.delivery.run();
  const [entry] = await logOf(desk);
  expect(entry?.status).toBe(expected);
  expect(entry?.error).toBe(`${status} (#131030) Recipient phone number not in allowed list`);
});

test('a server that is not there is no reason to give up, and none to keep the node from stopping', async () => {
  const hanging: DeliveryChannel = { send: () => new Promise(() => {}) };
  await using desk = await createDesk({
    EMAIL: createEmailChannel({ url: 'smtp://127.0.0.1:1', from: 'd@example.org' }),
    WHATSAPP: hanging,
  });
  await desk.createTicket();
  const run = desk.services.delivery.run();
  await expect.poll(async () => (await logOf(desk))[1]?.error).toContain('ECONNREFUSED');
  desk.services.delivery.stop();
  await run;
  expect(await statusesOf(desk)).toEqual(['WHATSAPP PENDING', 'EMAIL PENDING']);
});

test('a letter that was sent, and sent again because nobody could write that down, has one Message-ID', async () => {
  await using smtp = await createTestSmtp();
  await using desk = await createDesk({
    EMAIL: createEmailChannel({ url: smtp.url, from: 'd@example.org' }),
  });
  await desk.createTicket();
  await desk.services.delivery.run();
  // As the queue is after the node died between sending and writing it down.
  await desk.services.database.write((tx) =>
    tx.sql
      .updateTable('notification')
      .set({ status: 'PENDING', attempts: 0, sent_at: null, next_attempt_at: desk.clock.now() })
      .where('channel', '=', 'EMAIL')
      .execute(),
  );
  await desk.services.delivery.run();
  const ids = smtp.received.map((mail) => /^Message-ID: (.*)$/m.exec(mail)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});
