import { availableParallelism } from 'node:os';
import { asStep, StepFailure } from '../process/as-step.ts';
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
  return asStep(check.name, async () => {
    const { exitCode, output } = await check.run();
    if (exitCode !== 0) throw new StepFailure(`--- ${check.name}\n${output.trim()}\n`);
  });
}
