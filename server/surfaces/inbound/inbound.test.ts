import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createTestMessengers,
  signBody,
  verifyToken,
  webhookSecret,
  type TestMessengers,
} from '../../testing/test-messengers.ts';

let at: TestMessengers;
const chat = 456_789;
const number = '919876543210';

beforeEach(async () => {
  at = await createTestMessengers();
});
afterEach(() => at[Symbol.asyncDispose]());

const inject = (
  method: 'GET' | 'POST',
  url: string,
  payload?: string,
  headers: Record<string, string> = {},
) =>
  at.desk.node.app.inject({
    method,
    url: `/api/inbound/${url}`,
    headers: { 'content-type': 'application/json', ...headers },
    ...(payload === undefined ? {} : { payload }),
  });

const kept = () =>
  at.desk.node.services.database.db
    .selectFrom('inbound_message')
    .select(['channel', 'peer_id', 'status', 'content', 'attempts'])
    .orderBy('id')
    .execute();

test('the Cloud API’s question is answered to whoever knows the token', async () => {
  const ask = (token: string, mode = 'subscribe') => {
    const query = new URLSearchParams({
      'hub.mode': mode,
      'hub.verify_token': token,
      'hub.challenge': '1158201444',
    });
    return inject('GET', `whatsapp?${query.toString()}`);
  };
  const answer = await ask(verifyToken);
  expect([answer.statusCode, answer.body]).toEqual([200, '1158201444']);
  expect(answer.headers['content-type']).toContain('text/plain');
  for (const refused of [await ask('wrong'), await ask(verifyToken, 'unsubscribe')]) {
    expect([refused.statusCode, refused.json()]).toEqual([403, { detail: 'Wrong verify token' }]);
  }
});

test('a body counts as it was signed, byte by byte', async () => {
  const body = '{ "object": "whatsapp_business_account",\n "entry": [] }';
  const send = (signature?: string, sent = body) =>
    inject('POST', 'whatsapp', sent, signature === undefined ? {} : { 'x-hub-signature-256': signature });
  expect((await send(signBody(body))).json()).toEqual({ ok: true });
  expect((await send(signBody(body).toUpperCase())).statusCode).toBe(200);
  const refused = [
    await send(),
    await send('sha256='),
    await send(signBody(body, 'another secret')),
    await send(signBody(body), body.replaceAll(/\s/g, '')),
  ];
  for (const answer of refused) {
    expect([answer.statusCode, answer.json()]).toEqual([401, { detail: 'Wrong signature' }]);
  }
  const huge = JSON.stringify({ object: 'x', entry: ['x'.repeat(4 * 1024 * 1024)] });
  expect((await send(signBody(huge), huge)).statusCode).toBe(413);
});

test('Telegram proves itself by its secret token', async () => {
  const send = (headers: Record<string, string>) => inject('POST', 'telegram', '{"update_id":1}', headers);
  expect((await send({ 'x-telegram-bot-api-secret-token': webhookSecret })).statusCode).toBe(200);
  for (const headers of [{}, { 'x-telegram-bot-api-secret-token': 'guess' }]) {
    const answer = await send(headers);
    expect([answer.statusCode, answer.json()]).toEqual([401, { detail: 'Wrong secret token' }]);
  }
});

test('the same message that comes again is the same message', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    await at.byTelegram(chat, { text: 'Hello', updateId: 77 });
    await at.byWhatsApp(number, 'Hello', { id: 'wamid.same' });
    await at.settle();
  }
  expect(at.told(chat)).toHaveLength(1);
  expect(at.whatsApp.sent).toHaveLength(1);
  // What was said is forgotten where it was only kept.
  expect(await kept()).toEqual([
    { channel: 'telegram', peer_id: '77', status: 'HANDLED', content: '{}', attempts: 0 },
    { channel: 'whatsapp', peer_id: 'wamid.same', status: 'HANDLED', content: '{}', attempts: 0 },
  ]);
});

test('a pressed button is acknowledged in the answer itself', async () => {
  expect(await at.byTelegram(chat, { press: 'yes', updateId: 5 })).toEqual({
    status: 200,
    body: { method: 'answerCallbackQuery', callback_query_id: 'query-5' },
  });
});

test('media are named, captions kept', async () => {
  await at.byTelegram(chat, { more: { photo: [{ file_id: 'a' }], caption: 'My broken zither' } });
  await at.byTelegram(chat, { more: { video_note: { file_id: 'b' } } });
  const media = (type: string, more: object) => ({ type, text: undefined, [type]: more });
  await at.byWhatsApp(number, '', media('image', { caption: 'A photo', id: '1' }));
  await at.byWhatsApp(number, '', media('document', { filename: 'bill.pdf', id: '2' }));
  await at.byWhatsApp(number, '', media('audio', { id: '3' }));
  const texts = (await kept()).map(({ content }) => (JSON.parse(content) as { text: string }).text);
  expect(texts).toEqual([
    '[photo] My broken zither',
    '[video note]',
    '[image] A photo',
    '[document] bill.pdf',
    '[audio]',
  ]);
});

const group = { chat: { id: -100, type: 'group', title: 'Family' } };
const robot = { from: { id: 9, is_bot: true, first_name: 'Robot' } };

test('groups, bots, edits, reactions and what is new in an API are acknowledged and left alone', async () => {
  const answers = [
    await at.byTelegram(chat, { text: 'Hello', more: group }),
    await at.byTelegram(chat, { text: 'Hello', more: robot }),
    await at.byTelegram(chat, {}),
    await at.byWhatsApp(number, '', { type: 'reaction', text: undefined, reaction: { emoji: '👍' } }),
    await at.byWhatsApp(number, '', { type: 'unsupported', text: undefined, errors: [{ code: 131_051 }] }),
    await at.postWhatsApp({ messages: [{ some: 'thing' }], statuses: ['?'] }),
    await at.postWhatsApp({ metadata: { phone_number_id: 'of somebody else' }, messages: [] }),
  ];
  const edited = JSON.stringify({ update_id: 3, edited_message: { message_id: 1, text: 'Hello' } });
  const headers = { 'x-telegram-bot-api-secret-token': webhookSecret };
  expect((await inject('POST', 'telegram', edited, headers)).json()).toEqual({ ok: true });
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200]);
  expect(await kept()).toEqual([]);
});

test('what is no update at all is refused', async () => {
  const headers = { 'x-telegram-bot-api-secret-token': webhookSecret };
  for (const payload of ['{', '[]', '{}', '{"update_id":"one"}']) {
    expect((await inject('POST', 'telegram', payload, headers)).statusCode).toBe(400);
  }
});

async function deliveryOfReply(): Promise<{ id: number; trace: string; peerId: string }> {
  const requester = { id: null, name: 'Robin', email: null };
  const { id } = await at.desk.node.createTicket({
    source: 'whatsapp',
    requester,
    phone_number: `+${number}`,
  });
  await at.desk.ask('POST', `/tickets/${id}/messages`, { as: 'admin', body: { text: 'Good news' } });
  await at.settle();
  const sent = at.whatsApp.sent.find(({ text }) => text === 'Good news');
  return { id, trace: sent?.trace ?? '', peerId: sent?.id ?? '' };
}

async function stateOf(ticketId: number) {
  const { body } = await at.desk.ask('GET', `/tickets/${ticketId}/messages`, { as: 'admin' });
  const { messages } = (body as { data: { messages: { delivery: object | null }[] } }).data;
  return messages.at(-1)?.delivery;
}

const report = (id: string, status: string, more: object = {}) =>
  at.postWhatsApp({ statuses: [{ id, status, timestamp: '1749416400', recipient_id: number, ...more }] });

test('reports say how far a message has come, in any order', async () => {
  const { id, peerId } = await deliveryOfReply();
  expect(await stateOf(id)).toMatchObject({ channel: 'whatsapp', state: 'sent' });
  await report(peerId, 'read');
  expect(await stateOf(id)).toMatchObject({ state: 'read', at: '2025-06-08T21:00:00' });
  await report(peerId, 'delivered');
  await report(peerId, 'sent');
  await report(peerId, 'failed', { errors: [{ code: 131_026, title: 'Message undeliverable' }] });
  await report('wamid.unknown', 'read');
  expect(await stateOf(id)).toMatchObject({ state: 'read', error: null });
});

test('a report of failure says why, and the letter can be replayed', async () => {
  const { id, peerId } = await deliveryOfReply();
  const details = 'Message failed to send because more than 24 hours have passed';
  await report(peerId, 'failed', {
    errors: [{ code: 131_047, title: 'Re-engagement message', error_data: { details } }],
  });
  expect(await stateOf(id)).toMatchObject({ state: 'failed', error: `131047 ${details}` });
  const { body } = await at.desk.ask('GET', '/admin/deliveries?state=failed', { as: 'admin' });
  const [failed] = (body as { data: { deliveries: { id: number }[] } }).data.deliveries;
  await at.desk.ask('POST', `/admin/deliveries/${failed?.id}/replay`, { as: 'admin' });
  await at.settle();
  expect(await stateOf(id)).toMatchObject({ state: 'sent' });
});

test('a letter that was sent before the node died is not sent again once its report has come', async () => {
  const { id, trace, peerId } = await deliveryOfReply();
  // As if nothing had been written down after the call.
  const { database } = at.desk.node.services;
  await database.write((tx) =>
    tx.sql
      .updateTable('notification')
      .set({ status: 'PENDING', peer_id: null, attempts: 0, next_attempt_at: at.desk.node.clock.now() + 1 })
      .where('event', '=', 'REPLY')
      .execute(),
  );
  await report(peerId, 'sent', { biz_opaque_callback_data: trace });
  at.desk.node.clock.advance(1);
  await at.settle();
  expect(at.whatsApp.sent.filter(({ text }) => text === 'Good news')).toHaveLength(1);
  expect(await stateOf(id)).toMatchObject({ state: 'sent' });
});

test('nothing is received until it is set up', async () => {
  await using bare = await createTestMessengers({ telegram: null, whatsapp: null });
  const answers = [
    await bare.byTelegram(chat, 'Hello'),
    await bare.byWhatsApp(number, 'Hello'),
    await bare.desk.node.app
      .inject({ method: 'GET', url: '/api/inbound/whatsapp' })
      .then(({ statusCode, body }) => ({ status: statusCode, body: JSON.parse(body) as unknown })),
  ];
  const refused = { status: 404, body: { detail: 'This channel is not set up to receive' } };
  expect(answers).toEqual([refused, refused, refused]);
});
