import { describe, expect, test } from 'vitest';
import { HexIds } from './hex-id.ts';

const ids = new HexIds('0badcafe');

test('an id says its kind, its installation and its number', () => {
  expect(ids.encode('ticket', 255)).toBe('010badcafe000000000000ff');
  expect(ids.encodeOrNull('user', null)).toBeNull();
});

test.each([1, 42, 2 ** 31, Number.MAX_SAFE_INTEGER])('%d comes back', (id) => {
  for (const kind of ['ticket', 'user', 'note', 'feedback', 'faq'] as const) {
    const text = ids.encode(kind, id);
    expect(text).toMatch(/^[\da-f]{24}$/);
    expect(ids.decode(kind, text)).toBe(id);
    expect(ids.decode(kind, text.toUpperCase())).toBe(id);
  }
});

describe('no id of a ticket here', () => {
  const ticket = ids.encode('ticket', 7);
  test.each([
    ['', 'nothing'],
    ['7', 'an integer'],
    ['507f1f77bcf86cd799439012', 'the id of another system'],
    [ids.encode('user', 7), 'the id of a user'],
    [new HexIds('0badcaff').encode('ticket', 7), 'the id of another installation'],
    [ids.encode('ticket', 0), 'zero'],
    [`${ticket.slice(0, 10)}ffffffffffffff`, 'more than there can be'],
    [ticket.slice(1), 'too short'],
    [`${ticket}0`, 'too long'],
    [` ${ticket.slice(1)}`, 'a space'],
    [`${ticket.slice(0, 23)}g`, 'a letter that is no digit'],
  ])('%s is %s', (text) => {
    expect(ids.decode('ticket', text)).toBeNull();
  });
});

test('a salt that would not fit is refused', () => {
  expect(() => new HexIds('0BADCAFE')).toThrow();
  expect(() => new HexIds('beef')).toThrow();
});
