import { expect, it } from 'vitest';
import { dueText, nextFriday, stepDay } from './due-text.ts';

it('says when it is due by the clock of the policy', () => {
  expect(dueText({ due_at: '2026-11-30T08:30:00' }, 'Europe/Berlin')).toMatch(/Monday,? 30 November.* 09:30/);
  expect(dueText({ due_at: null }, 'UTC')).toBe('–');
  expect(stepDay('2026-11-27')).toMatch(/Friday,? 27 November/);
});

it.each([
  [new Date(2026, 10, 23, 9), '2026-11-27T16:30'],
  [new Date(2026, 10, 27, 9), '2026-11-27T16:30'],
  [new Date(2026, 10, 28, 9), '2026-12-04T16:30'],
])('the next Friday of %s', (day, text) => {
  expect(nextFriday(day.getTime())).toBe(text);
});
