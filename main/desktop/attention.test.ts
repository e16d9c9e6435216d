import { expect, it } from 'vitest';
import { Attention } from './attention.ts';

it('counts tickets that call for their reader until they are looked at', () => {
  const attention = new Attention();
  attention.note({ kind: 'followed_message', ticket_uid: 'a' });
  attention.note({ kind: 'mentioned', ticket_uid: 'a' });
  attention.note({ kind: 'followed_message', ticket_uid: 'a' });
  attention.note({ kind: 'followed_message', ticket_uid: 'b' });
  attention.note({ kind: 'assigned', ticket_uid: 'c' });
  attention.note({ kind: 'customer_message', ticket_uid: 'd' });
  expect(attention.unread).toEqual({ mentioned: 1, followed: 1 });
  expect([attention.noteSeen('a'), attention.noteSeen('c')]).toEqual([true, false]);
  expect(attention.unread).toEqual({ mentioned: 0, followed: 1 });
  attention.clear();
  expect(attention.unread).toEqual({ mentioned: 0, followed: 0 });
});
