import { expect, test } from 'vitest';
import { freshSeed, schedulesPerFile } from './fresh-seed.ts';
import { runMany } from './run-many.ts';

// One half of the fresh schedules; the other half is a file of its own, so that two cores share them.
const firstSeed = freshSeed(0);

test(
  `${schedulesPerFile} fresh schedules from seed ${firstSeed} keep every promise`,
  { timeout: 900_000 },
  async () => {
    expect(await runMany(firstSeed, schedulesPerFile)).toEqual([]);
  },
);
