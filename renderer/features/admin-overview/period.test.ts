import { expect, it } from 'vitest';
import { periodOf, scopeBefore, scopeOf } from './period.ts';

const now = new Date(2026, 3, 15, 14, 30, 20).getTime();

it('reads the span in whole days up to this minute, and ignores what makes no sense', () => {
  const scope = scopeOf(
    { days: '7', category: 'loan', source: 'fax', assignee_id: '0' },
    now,
    'Europe/Berlin',
  );
  expect(scope).toEqual({
    from: new Date(2026, 3, 9).getTime(),
    before: new Date(2026, 3, 15, 14, 31).getTime(),
    zone: 'Europe/Berlin',
    category: 'loan',
    assignee_id: 0,
  });
  expect(periodOf({ days: '8' })).toBe('30');
});

it('compares with as many days before', () => {
  const scope = scopeOf({ days: '7' }, now, 'UTC');
  expect(scopeBefore(scope)).toMatchObject({ from: new Date(2026, 3, 2).getTime(), before: scope.from });
});
