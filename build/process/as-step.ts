import type { StepResult } from './step-result.ts';

/** Failed for a reason that the message tells in full: no stack is shown. */
export class StepFailure extends Error {}

/** Runs something that either works or throws, as one step; what was thrown is shown. */
export async function asStep(name: string, run: () => Promise<void>): Promise<StepResult> {
  const startedAtMs = performance.now();
  let hasPassed = true;
  try {
    await run();
  } catch (error) {
    hasPassed = false;
    console.error(error instanceof StepFailure ? error.message : error);
  }
  return {
    name,
    durationMs: performance.now() - startedAtMs,
    passed: hasPassed ? 1 : 0,
    failed: hasPassed ? 0 : 1,
    skipped: 0,
  };
}
