import { expect, test } from 'vitest';
import { isDue } from './nightly.ts';
import { chooseExpired } from './rotation.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A Friday, at three. */
const start = Date.UTC(2026, 10, 20, 3);
const keep = { daily: 7, weekly: 4 };
const nights = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ made_at: start - index * dayMs }));

const keptOf = (backups: { made_at: number }[]): number[] => {
  const expired = new Set(chooseExpired(backups, keep));
  return backups.filter((backup) => !expired.has(backup)).map(({ made_at }) => (start - made_at) / dayMs);
};

test('keeps the newest of seven days and of four weeks', () => {
  // Sundays lie 5, 12 and 19 days back.
  expect(keptOf(nights(60))).toEqual([0, 1, 2, 3, 4, 5, 6, 12, 19]);
});

test('run every night, it never keeps more, and always reaches back a fortnight', () => {
  let kept: { made_at: number }[] = [];
  for (let night = 0; night < 100; night += 1) {
    kept.push({ made_at: start + night * dayMs });
    const expired = new Set(chooseExpired(kept, keep));
    kept = kept.filter((backup) => !expired.has(backup));
    expect(kept.length).toBeLessThanOrEqual(10);
    const oldest = Math.min(...kept.map(({ made_at }) => made_at));
    if (night > 30) expect(start + night * dayMs - oldest).toBeGreaterThanOrEqual(14 * dayMs);
  }
});

test('keeps what there is after a month without any, and the newest whatever is set', () => {
  const old = nights(5).map(({ made_at }) => ({ made_at: made_at - 90 * dayMs }));
  expect(chooseExpired(old, keep)).toEqual([]);
  expect(chooseExpired(old, { daily: 0, weekly: 0 })).toHaveLength(4);
});

test('of one day only the newest stays', () => {
  const backups = [{ made_at: start }, { made_at: start - 1_000 }, { made_at: start - 2_000 }];
  expect(chooseExpired(backups, keep)).toEqual(backups.slice(1));
});

test('a backup is due once a night has passed since the last', () => {
  const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime();
  expect(isDue(at(20, 12), null)).toBe(true);
  expect(isDue(at(20, 12), at(20, 4))).toBe(false);
  expect(isDue(at(20, 12), at(20, 2))).toBe(true);
  expect(isDue(at(21, 2), at(20, 4))).toBe(false);
  expect(isDue(at(21, 3), at(20, 4))).toBe(true);
});
