import { expect, it } from 'vitest';
import { initialsOf } from './avatar.tsx';
import { age, clockOrDate, dayName, duration } from './time.ts';

const minuteMs = 60_000;
const noon = new Date(2026, 2, 4, 12, 4).getTime();

it.each([
  [20_000, 'now'],
  [5 * minuteMs, '5m'],
  [3 * 60 * minuteMs, '3h'],
  [50 * 60 * minuteMs, '2d'],
  [9 * 24 * 60 * minuteMs, '23 Feb'],
])('calls %i ms ago %s', (elapsedMs, text) => {
  expect(age(noon - elapsedMs, noon)).toBe(text);
});

it.each([
  [30_000, '<1m'],
  [42 * minuteMs, '42m'],
  [-185 * minuteMs, '3h 05m'],
  [52 * 60 * minuteMs, '2d 4h'],
])('writes %i ms as %s', (lengthMs, text) => {
  expect(duration(lengthMs)).toBe(text);
});

it('names the days next to today', () => {
  expect(dayName(noon, noon)).toBe('Today');
  expect(dayName(noon - 24 * 60 * minuteMs, noon)).toBe('Yesterday');
  expect(dayName(noon - 72 * 60 * minuteMs, noon)).toBe('Sunday 1 March');
  expect(clockOrDate(noon, noon)).toBe('12:04');
  expect(clockOrDate(noon - 24 * 60 * minuteMs, noon)).toBe('3 Mar, 12:04');
});

it('shortens names', () => {
  expect(initialsOf('Jane van Cooper')).toBe('JC');
  expect(initialsOf('ada')).toBe('A');
  expect(initialsOf(' ')).toBe('');
});
