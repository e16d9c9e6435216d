import { expect, it } from 'vitest';
import { createTypeAhead } from './type-ahead.ts';

it('keeps letters until the field is there, and gives them once', () => {
  const typeAhead = createTypeAhead();
  typeAhead.begin(5_000);
  ['s', 't', 'x', 'Backspace', 'Shift', 'Ä', ' ', 'Enter', '😀'].forEach((key) => typeAhead.keep(key));
  expect(typeAhead.isWaiting(5_400)).toBe(true);
  expect(typeAhead.take(5_400)).toBe('stÄ 😀');
  expect(typeAhead.isWaiting(5_400)).toBe(false);
  expect(typeAhead.take(5_400)).toBe('');
});

it('waits a second, and forgets what was typed for a field that never came', () => {
  const typeAhead = createTypeAhead();
  expect(typeAhead.isWaiting(0)).toBe(false);
  typeAhead.begin(5_000);
  typeAhead.keep('s');
  expect(typeAhead.isWaiting(6_000)).toBe(false);
  expect(typeAhead.take(6_000)).toBe('');
  typeAhead.begin(9_000);
  expect(typeAhead.take(9_100)).toBe('');
});
