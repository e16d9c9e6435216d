import { expect, test } from 'vitest';
import { hunt } from './hunt.ts';
import { mutants } from './registry.ts';

/** What the slowest of them took when they were written was a third of this. */
const limit = 300;

test.each(mutants)('the simulator finds that $name', { timeout: 300_000 }, async (mutant) => {
  const found = await hunt(mutant, { firstSeed: 1, limit });
  expect(found?.violation.invariant).toBe(mutant.breaks);
});
