import { actions } from './actions/registry.ts';
import { hashText, Rng } from './random.ts';

/** One thing that happens, and the dice for its details: what it comes to depends on the world it meets. */
export interface Step {
  action: string;
  dice: number;
}

export interface Schedule {
  seed: number;
  consoles: number;
  /** Whether every console has caught up before the first step. */
  isWarm: boolean;
  steps: readonly Step[];
}

/** Some actions are rare in one schedule and frequent in the next: each seed looks somewhere else. */
const factors = [0, 0, 0.3, 1, 1, 1, 3, 8] as const;

/** The schedule of a seed. It does not depend on how the world answers, so that steps can be left out one by one. */
export function drawSchedule(seed: number, consoles?: number): Schedule {
  const rng = new Rng(hashText('schedule', seed));
  const drawn = 3 + Math.min(rng.below(6), rng.below(6), rng.below(6));
  const isWarm = rng.chance(0.6);
  const weights = actions.map(
    ({ weight, isVital }) => weight * (rng.pick(factors) || (isVital === true ? 0.3 : 0)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const steps: Step[] = [];
  for (let left = 30 + rng.below(50); left > 0; left--) {
    let rest = (rng.next() / 2 ** 32) * total;
    const index = weights.findIndex((weight) => (rest -= weight) < 0);
    steps.push({ action: actions[index]?.name ?? 'deliver', dice: rng.next() });
  }
  return { seed, consoles: consoles ?? drawn, isWarm, steps };
}
