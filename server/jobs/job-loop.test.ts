import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
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
