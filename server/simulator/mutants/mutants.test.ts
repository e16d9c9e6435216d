import { expect, test } from 'vitest';
import { hunt } from './hunt.ts';
import { mutants } from './registry.ts';

/** Where the seed that found one finds nothing any more, others are tried. */
const limit = 300;

test.each(mutants)('the simulator finds: $name', { timeout: 600_000 }, async (mutant) => {
  const found = await hunt(mutant, { firstSeed: 1, limit });
  expect(found, `${mutant.name} lived through ${limit} schedules`).not.toBeNull();
  expect(mutant.breaks).toContain(found?.violation.invariant);
});
