import { expect, test } from 'vitest';
import { keepSame } from './keep-same.ts';

const before = () => ({
  ticket: { uid: 'a', tags: ['x', 'y'] },
  messages: [{ text: 'one' }, { text: 'two' }],
});

test('what says the same throughout is the same object', () => {
  const old = before();
  expect(keepSame(old, before())).toBe(old);
});

test('only what changed, and what holds it, is new', () => {
  const old = before();
  const read = before();
  read.messages.push({ text: 'three' });
  const kept = keepSame(old, read);
  expect(kept).not.toBe(old);
  expect(kept).toEqual({ ...before(), messages: [{ text: 'one' }, { text: 'two' }, { text: 'three' }] });
  expect(kept.ticket).toBe(old.ticket);
  expect(kept.messages[1]).toBe(old.messages[1]);
});

test('nothing is kept of what is not there any more', () => {
  expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect(keepSame([1, 2], [1])).toEqual([1]);
  expect(keepSame([1], { 0: 1 })).toEqual({ 0: 1 });
  expect(keepSame({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
  expect(keepSame(null, { a: 1 })).toEqual({ a: 1 });
  expect(keepSame({ a: 1 }, null)).toBe(null);
});
