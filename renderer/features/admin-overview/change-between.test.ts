import { expect, it } from 'vitest';
import { changeBetween } from './change-between.ts';

it.each([
  [100, 112, '+12%'],
  [100, 50, '-50%'],
  [3, 3, '0%'],
  [0, 5, null],
])('from %d to %d it is %s', (before, now, text) => {
  expect(changeBetween(before, now)).toBe(text);
});
