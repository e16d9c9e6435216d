import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Bell } from './bell.ts';
import { startJob } from './job-loop.ts';

test('a job runs again and again, also after a fault, and never twice at once', async () => {
  let runs = 0;
  let underWay = 0;
  let mostAtOnce = 0;
  const faults: unknown[] = [];
  const run = async (): Promise<void> => {
    runs += 1;
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    await wait(2);
    underWay -= 1;
    if (runs === 1) throw new Error('The first run failed');
  };
  const job = { name: 'test', firstAfterMs: 0, everyMs: 0, run };

  const stop = startJob(job, (_job, error) => faults.push(error));
  await expect.poll(() => runs).toBeGreaterThan(2);
  await stop();

  expect(underWay).toBe(0);
  expect(mostAtOnce).toBe(1);
  expect(faults).toHaveLength(1);
  const runsAtTheEnd = runs;
  await wait(10);
  expect(runs).toBe(runsAtTheEnd);
});

test('a bell starts the next run at once, and right after the present one when it rings meanwhile', async () => {
  const bell = new Bell();
  const runs: PromiseWithResolvers<void>[] = [];
  const run = (): Promise<void> => {
    const current = Promise.withResolvers<void>();
    runs.push(current);
    return current.promise;
  };
  const never = 1_000_000_000;
  const stop = startJob({ name: 'test', firstAfterMs: never, everyMs: never, run, bell }, () => undefined);
  bell.ring();
  bell.ring();
  await expect.poll(() => runs.length).toBe(1);
  bell.ring();
  expect(runs).toHaveLength(1);
  runs[0]?.resolve();
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.resolve();
  await stop();
  bell.ring();
  await wait(5);
  expect(runs).toHaveLength(2);
});
