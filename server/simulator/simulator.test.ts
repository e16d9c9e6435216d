import { expect, test } from 'vitest';
import { corpus } from './corpus.ts';
import { runSchedule } from './run-schedule.ts';
import { drawSchedule } from './schedule.ts';
import { shrink } from './shrink.ts';

test('one seed is one history: every message, in its order, at its time', async () => {
  for (const seed of [3, 14, 159]) {
    const first = await runSchedule(drawSchedule(seed), { isLogged: true });
    const second = await runSchedule(drawSchedule(seed), { isLogged: true });
    expect(second.log).toEqual(first.log);
    expect(second.traceHash).toBe(first.traceHash);
    expect(first.delivered).toBeGreaterThan(20);
  }
  const [one, other] = [await runSchedule(drawSchedule(1)), await runSchedule(drawSchedule(2))];
  expect(one.traceHash).not.toBe(other.traceHash);
});

test.each(corpus)('what failed once stays mended: $found', async ({ schedule }) => {
  expect((await runSchedule(schedule)).violation).toBeNull();
});

test('a failure shrinks to what it takes', async () => {
  const items = Array.from({ length: 60 }, (_none, index) => index);
  const fails = (some: readonly number[]): Promise<boolean> =>
    Promise.resolve(some.includes(7) && some.includes(31) && some.includes(59));
  expect(await shrink(items, fails)).toEqual([7, 31, 59]);
});
