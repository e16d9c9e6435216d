import type { Violation } from '../invariants/invariant.ts';
import { runSchedule } from '../run-schedule.ts';
import { drawSchedule } from '../schedule.ts';
import type { Mutant } from './mutant.ts';

export interface Catch {
  seed: number;
  violation: Violation;
  /** How many schedules it took. */
  schedules: number;
}

/**
 * Looks for a schedule in which the mutant breaks a promise, where one was found before and then from `firstSeed` on;
 * null when it lives through all of them.
 */
export async function hunt(
  mutant: Mutant,
  { firstSeed, limit }: { firstSeed: number; limit: number },
): Promise<Catch | null> {
  for (let schedules = 1; schedules <= limit; schedules++) {
    const seed = schedules === 1 ? mutant.foundBy : firstSeed + schedules - 2;
    const { violation } = await runSchedule(drawSchedule(seed), { seams: mutant.seams() });
    if (violation !== null) return { seed, violation, schedules };
  }
  return null;
}
