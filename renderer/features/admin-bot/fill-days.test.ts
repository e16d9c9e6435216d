import { expect, it } from 'vitest';
import { fillDays } from './fill-days.ts';

it('has every day, and nothing on those without queries', () => {
  const now = Date.UTC(2026, 2, 2, 13);
  const filled = fillDays([{ day: '2026-03-01', queries: 4, escalated: 1 }], 3, now);
  expect(filled).toEqual([
    { at: Date.UTC(2026, 1, 28), queries: 0, escalated: 0 },
    { at: Date.UTC(2026, 2, 1), queries: 4, escalated: 1 },
    { at: Date.UTC(2026, 2, 2), queries: 0, escalated: 0 },
  ]);
});
