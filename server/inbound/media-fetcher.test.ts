import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestMessengers, type TestMessengers } from '../testing/test-messengers.ts';

const chat = 456_789;
const number = '919876543210';
const png = Buffer.from('89504e470d0a1a0a0001', 'hex');
const pdf = Buffer.from('%PDF-1.7 a bill');

let at: TestMessengers;

beforeEach(async () => {
  at = await createTestMessengers();
});
afterEach(() => at[Symbol.asyncDispose]());

async function filesOf(ticketId: number) {
  const { body } = await at.desk.ask('GET', `/tickets/${ticketId}/attachments`, { as: 'admin' });
  const { attachments } = (body as { data: { attachments: { file_name: string; content_type: string }[] } })
    .data;
  return attachments.map(({ file_name, content_type }) => `${file_name} ${content_type}`);
}

async function say(...lines: (string | object)[]): Promise<void> {
  for (const line of lines) {
    await at.byTelegram(chat, typeof line === 'string' ? line : { more: line });
    await at.settle();
  }
}

const photo = (file_id: string) => ({
  photo: [{ file_id: 'small' }, { file_id }],
  caption: 'It looks like this',
});

test('what was sent to the bot is on the ticket once there is one, and what comes later as well', async () => {
  at.telegram.files.set('large', png).set('bill', pdf);
  await say(photo('large'));
  expect(at.telegram.received.filter(({ path }) => path.endsWith('/getFile'))).toEqual([]);
  await say('yes');
  await say({ document: { file_id: 'bill', file_name: 'bill 7.pdf' } });
  expect(await filesOf(1)).toEqual([
    expect.stringMatching(/\.png image\/png$/),
    'bill 7.pdf application/pdf',
  ]);
  const { body } = await at.desk.ask('GET', '/tickets/1/messages', { as: 'admin' });
  const texts = (body as { data: { messages: { text: string }[] } }).data.messages.map(({ text }) => text);
  expect(texts).toContain('[photo] It looks like this');
  expect(texts.at(-1)).toBe('[document]');
  await at.settle();
  expect(await filesOf(1)).toHaveLength(2);
  // Each hangs on the message that it came with.
  const { db } = at.desk.node.services.database;
  const placed = await db
    .selectFrom('attachment')
    .innerJoin('message', 'message.id', 'attachment.message_id')
    .select(['attachment.file_name', 'message.text'])
    .orderBy('attachment.id')
    .execute();
  expect(placed.map(({ text: said }) => said)).toEqual(['[photo] It looks like this', '[document]']);
});

test('media of WhatsApp are asked for their address and fetched from there with the token', async () => {
  at.whatsApp.files.set('media-1', png);
  const image = { type: 'image', text: undefined, image: { id: 'media-1', mime_type: 'image/png' } };
  await at.byWhatsApp(number, '', image);
  await at.settle();
  await at.byWhatsApp(number, 'yes');
  await at.settle();
  expect(await filesOf(1)).toEqual([expect.stringMatching(/\.png image\/png$/)]);
});

async function fileStates() {
  const { db } = at.desk.node.services.database;
  return db.selectFrom('inbound_media').select(['status', 'attempts', 'error']).orderBy('id').execute();
}

test('the token is shown to nobody whom WhatsApp names by mistake', async () => {
  at.whatsApp.files.set('media-1', png);
  at.whatsApp.mediaAt.url = 'http://elsewhere.example/media';
  await at.byWhatsApp(number, '', { type: 'image', text: undefined, image: { id: 'media-1' } });
  await at.settle();
  await at.byWhatsApp(number, 'yes');
  await at.settle();
  expect(await fileStates()).toEqual([
    { status: 'FAILED', attempts: 1, error: 'The file lies at elsewhere.example' },
  ]);
});

test('what cannot be fetched now is fetched later; what is gone or too large is given up', async () => {
  await say('My zither is out of tune', 'yes', photo('gone'));
  expect(await fileStates()).toMatchObject([{ status: 'FAILED', attempts: 1 }]);
  at.telegram.files.set('huge', Buffer.alloc(10 * 1024 * 1024 + 1));
  await say(photo('huge'));
  expect((await fileStates())[1]).toEqual({ status: 'FAILED', attempts: 1, error: 'The file is too large' });
  at.telegram.answerWith({ status: 502, body: { ok: false, description: 'Bad Gateway' } });
  await say(photo('later'));
  expect((await fileStates())[2]).toEqual({ status: 'PENDING', attempts: 1, error: '502 Bad Gateway' });
  at.telegram.answerWith(null);
  at.telegram.files.set('later', png);
  at.desk.node.clock.advance(10_000);
  await at.settle();
  expect((await fileStates())[2]).toMatchObject({ status: 'HANDLED' });
  expect(await filesOf(1)).toHaveLength(1);
});
