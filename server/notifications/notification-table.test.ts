import { afterAll, beforeAll, expect, test } from 'vitest';
import { channelSettings } from '../channels/channel-settings.ts';
import { act, openIncident } from '../testing/incident-tickets.ts';
import { createTestIncident, type TestIncident } from '../testing/test-incident.ts';
import { createTestSmtp, type TestSmtp } from '../testing/test-smtp.ts';
import { createTestTelegram, testTelegramToken, type TestTelegram } from '../testing/test-telegram.ts';
import { createTestWhatsApp, testWhatsApp, type TestWhatsApp } from '../testing/test-whatsapp.ts';

/**
 * The incident-management document's "Notification Triggers", one row each: what somebody does, and who receives email
 * and WhatsApp, with which words.
 */
interface Row {
  trigger: string;
  /** Steps that lead there, each "step as". */
  before: readonly string[];
  step: string;
  receivers: readonly string[];
  /** After 'Ticket #1 "Homepage not loading"'. */
  words: string;
}

const toWork = ['assign admin', 'open_ticket admin', 'start_work agent'];
const toEnd = [...toWork, 'finish_work agent'];

const table: readonly Row[] = [
  {
    trigger: 'New ticket created → Admin',
    before: [],
    step: 'create customer',
    receivers: ['admin', 'superadmin'],
    words: 'was created',
  },
  {
    trigger: 'Ticket opened → Client',
    before: [],
    step: 'open_ticket admin',
    receivers: ['customer'],
    words: 'was opened',
  },
  {
    trigger: 'Ticket assigned → Developer(s)',
    before: [],
    step: 'assign admin',
    receivers: ['agent', 'outsider'],
    words: 'was assigned to you',
  },
  {
    trigger: 'Work started → Client',
    before: toWork.slice(0, 2),
    step: 'start_work agent',
    receivers: ['customer'],
    words: 'is being worked on',
  },
  {
    trigger: 'Work finished → Client and Admin',
    before: toWork,
    step: 'finish_work agent',
    receivers: ['admin', 'customer', 'superadmin'],
    words: 'was resolved',
  },
  {
    trigger: 'Ticket approved → Developer and Admin',
    before: toEnd,
    step: 'approve customer',
    receivers: ['admin', 'agent', 'outsider', 'superadmin'],
    words: 'was approved and closed',
  },
  {
    trigger: 'Ticket rejected → Developer and Admin',
    before: toEnd,
    step: 'reject customer',
    receivers: ['admin', 'agent', 'outsider', 'superadmin'],
    words: 'was rejected and needs more work',
  },
];

let desk: TestIncident;
let smtp: TestSmtp;
let whatsApp: TestWhatsApp;
let telegram: TestTelegram;
/** WhatsApp numbers and the one Telegram chat, by who has them. */
const numbers = new Map<string, string>();
const customerChat = 555_000;

beforeAll(async () => {
  [smtp, whatsApp, telegram] = [
    await createTestSmtp(),
    await createTestWhatsApp(),
    await createTestTelegram(),
  ];
  desk = await createTestIncident({
    channelSettings: {
      email: channelSettings.email.parse({ url: smtp.url, from: 'Desk <desk@example.org>' }),
      whatsapp: channelSettings.whatsapp.parse({ ...testWhatsApp, api_url: whatsApp.url }),
      telegram: channelSettings.telegram.parse({ token: testTelegramToken, api_url: telegram.url }),
    },
  });
  const { services } = desk.node;
  const people = ['superadmin', 'admin', 'agent', 'outsider', 'customer'];
  for (const [index, username] of people.entries()) numbers.set(username, `4915100000${index}`);
  await services.database.write(async (tx) => {
    for (const [username, number] of numbers) {
      const chat = username === 'customer' ? { telegram_chat_id: String(customerChat) } : {};
      const set = { whatsapp_number: `+${number}`, ...chat };
      await tx.sql.updateTable('user').set(set).where('username', '=', username).execute();
    }
  });
});
afterAll(async () => {
  for (const part of [desk, smtp, whatsApp, telegram]) await part[Symbol.asyncDispose]();
});

async function take(id: number, step: string): Promise<void> {
  const [name = '', as = ''] = step.split(' ');
  const { agent, outsider } = desk.node.users;
  const bodies: Record<string, object> = {
    assign: { assigned_to: [agent.id, outsider.id] },
    finish_work: { comment: 'Done' },
    approve: { comment: 'Fine' },
    reject: { comment: 'No' },
  };
  await act(desk, id, name, as, bodies[name]);
}

function heard() {
  const named = (text: string, by: RegExp): string => by.exec(text)?.[1] ?? '';
  const mailed = smtp.received.splice(0).map((mail) => ({
    to: named(mail, /^To: .*?(\w+)@example\.org/m),
    text: mail.replaceAll(/=\r\n/g, '').replaceAll(/\r\n[ \t]/g, ' '),
  }));
  const nameOf = (to: string): string => [...numbers].find(([, number]) => number === to)?.[0] ?? to;
  const messaged = whatsApp.sent.splice(0).map(({ to, text }) => ({ to: nameOf(to), text }));
  // What a developer says with a step is an answer, which is no notification.
  const chatted = telegram.sent.splice(0).filter(({ text }) => !text.startsWith('📨'));
  return { mailed, messaged, chatted };
}

test.each(table)('$trigger', async ({ before, step, receivers, words }) => {
  const { delivery } = desk.node.services;
  const id = await openIncident(desk);
  if (!step.startsWith('create ')) {
    for (const each of before) await take(id, each);
    await delivery.run();
    heard();
    await take(id, step);
  }
  await delivery.run();
  const { mailed, messaged, chatted } = heard();
  const [line] = messaged;
  const subject = /Ticket #\d+ "(.*?)"/.exec(line?.text ?? '')?.[1] ?? '';
  const said = `Ticket #${id} "${subject}" ${words}.`;
  expect(subject).not.toBe('');
  expect(mailed.map(({ to }) => to).toSorted()).toEqual(receivers);
  expect(messaged.map(({ to }) => to).toSorted()).toEqual(receivers);
  for (const { text } of [...mailed, ...messaged]) expect(text).toContain(said);
  expect(new Set(mailed.map(({ text }) => /^Subject: (.*)$/m.exec(text)?.[1]))).toEqual(
    new Set([`Ticket #${id} ${words}: ${subject}`]),
  );
  // Whose chat is known hears it there as well.
  expect(chatted.map(({ chatId }) => chatId)).toEqual(receivers.includes('customer') ? [customerChat] : []);
});
