import { describeFailure } from './describe-failure.ts';
import { runSchedule } from './run-schedule.ts';
import { drawSchedule } from './schedule.ts';

/** Runs the schedules of these seeds. @returns what failed, each with how to see it again. */
export async function runMany(firstSeed: number, count: number): Promise<string[]> {
  const failures: string[] = [];
  // After a few more failures would say the same, and shrinking takes its time.
  for (let seed = firstSeed; seed < firstSeed + count && failures.length < 3; seed++) {
    const schedule = drawSchedule(seed);
    const { violation } = await runSchedule(schedule);
    if (violation !== null) failures.push(await describeFailure(schedule, violation, { isShrunk: true }));
  }
  return failures;
}
