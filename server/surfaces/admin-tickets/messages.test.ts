import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestOperators, type TestOperators } from '../../testing/test-operators.ts';

let desk: TestOperators;
beforeEach(async () => {
  desk = await createTestOperators();
});
afterEach(() => desk[Symbol.asyncDispose]());

test('the first answer counts as the response and takes an open ticket into work', async () => {
  const id = await desk.open();
  desk.node.clock.advance(60_000);
  const { body } = await desk.send('POST', `/${id}/messages`, {
    message: '  Здравствуйте!  ',
  });
  expect(body.data.message).toMatchObject({ message: 'Здравствуйте!', message_type: 'text' });
  const first = await desk.read(id);
  expect(first.status).toBe('in_progress');
  expect(first.first_responded_at).not.toBeNull();
  desk.node.clock.advance(60_000);
  await desk.send('PATCH', `/${id}`, { status: 'waiting_user' });
  await desk.send('POST', `/${id}/messages`, { message: 'Ещё здесь?', messageType: 'text' });
  const second = await desk.read(id);
  expect([second.status, second.first_responded_at]).toEqual(['waiting_user', first.first_responded_at]);
  const logged = (await desk.actionsOn(id)).map(({ action }) => action);
  expect(logged).toEqual(['ticket_message_sent', 'ticket_updated', 'ticket_message_sent']);
});

test('a system note is for staff alone, and neither answers nor moves', async () => {
  const id = await desk.open();
  await desk.send('POST', `/${id}/messages`, { message: 'VIP', messageType: 'system_note' });
  expect(await desk.read(id)).toMatchObject({ status: 'open', first_responded_at: null });
  expect((await desk.messagesOf(id)).at(-1)).toMatchObject({ message: 'VIP', message_type: 'system_note' });
  expect((await desk.actionsOn(id)).map(({ action }) => action)).toEqual(['ticket_message_sent']);
});

test('a limit leaves the newest, in the order of the conversation; the total counts all', async () => {
  const id = await desk.open();
  for (const message of ['one', 'two', 'three']) await desk.send('POST', `/${id}/messages`, { message });
  expect((await desk.messagesOf(id, '?limit=2')).map(({ message }) => message)).toEqual(['two', 'three']);
  expect((await desk.messagesOf(id, '?limit=0')).length).toBe(1);
  expect((await desk.messagesOf(id, '?limit=9999')).length).toBe(4);
  const { body } = await desk.send('GET', `/${id}/messages?limit=1`);
  expect(body.data.total).toBe(4);
  const detail = (await desk.send('GET', `/${id}`)).body.data;
  expect([detail.messages.length, detail.messages_count]).toEqual([4, 4]);
});
