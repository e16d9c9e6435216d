import { expect, it, vi } from 'vitest';
import { HealthCheck } from './health-check.ts';

it('calls for the end of what fails four times running, and then counts anew', async () => {
  const answers = [false, false, false, true, false, false, false, false, false];
  const onUnwell = vi.fn();
  const health = new HealthCheck(async () => answers.shift() ?? true, onUnwell);
  for (let round = 0; round < 7; round += 1) await health.check();
  expect(onUnwell).not.toHaveBeenCalled();
  await health.check();
  await health.check();
  expect(onUnwell).toHaveBeenCalledOnce();
});
