import type { Violation } from './invariants/invariant.ts';
import { runSchedule, type RunOptions } from './run-schedule.ts';
import { drawSchedule, type Schedule, type Step } from './schedule.ts';
import { shrink } from './shrink.ts';

/** The fewest steps of a schedule that break the same promise. */
export async function shrinkSchedule(
  schedule: Schedule,
  { invariant }: Violation,
  options: RunOptions = {},
): Promise<readonly Step[]> {
  return shrink(schedule.steps, async (steps) => {
    const { violation } = await runSchedule({ ...schedule, steps }, options);
    return violation?.invariant === invariant;
  });
}

/** Which promise was broken, by what, and how to see it again. */
export async function describeFailure(
  schedule: Schedule,
  violation: Violation,
  { isShrunk }: { isShrunk: boolean },
): Promise<string> {
  const { seed, consoles, steps: all } = schedule;
  const lines = [`seed ${seed}: ${violation.invariant}: ${violation.detail}`];
  const steps = isShrunk ? await shrinkSchedule(schedule, violation) : all;
  if (isShrunk)
    lines.push(`  ${steps.length} of ${all.length} steps: ${steps.map(({ action }) => action).join(', ')}`);
  const drawn = drawSchedule(seed).steps;
  const chosen = drawn
    .map((step, index) => ({ step, index }))
    .filter(({ step }) => steps.some(({ dice }) => dice === step.dice));
  const which = isShrunk
    ? ` --steps ${chosen.map(({ index }) => index).join(',') || 'none'}`
    : ' --schedules 1';
  lines.push(`  again: npm run simulate -- --seed ${seed} --consoles ${consoles}${which} --log`);
  return lines.join('\n');
}
