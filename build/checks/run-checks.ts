import { availableParallelism } from 'node:os';
import type { StepResult } from '../process/step-result.ts';
import { checks, type Check } from './checks.ts';

/** Runs every check, as many at once as there are cores, and shows the output of those with something to say. */
export async function runChecks(isFixing: boolean): Promise<StepResult[]> {
  if (isFixing) {
    for (const check of checks) await check.fix?.();
  }
  const waiting = [...checks];
  const results: StepResult[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      results.push(await runCheck(check));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

async function runCheck(check: Check): Promise<StepResult> {
  const startedAtMs = performance.now();
  const { exitCode, output } = await check.run();
  const hasPassed = exitCode === 0;
  const result: StepResult = {
    name: check.name,
    durationMs: performance.now() - startedAtMs,
    passed: hasPassed ? 1 : 0,
    failed: hasPassed ? 0 : 1,
    skipped: 0,
  };
  if (!hasPassed) console.log(`\n--- ${check.name}\n${output.trim()}\n`);
  return result;
}
