import process from 'node:process';

/** Schedules of one test file. `WAYPOST_SCHEDULES` sets another number, for long runs and for short ones. */
export const schedulesPerFile = Number(process.env['WAYPOST_SCHEDULES'] ?? 1_000);

const dayMs = 24 * 60 * 60 * 1000;
const seedsPerDay = 10_000;

/**
 * Where the fresh seeds of a test file begin: somewhere else each day (UTC), and the same all day, so that a failure
 * stays until its cause is gone and two runs of one day can be compared. The test's name says where; `WAYPOST_SEED`
 * begins there.
 */
export function freshSeed(part: 0 | 1): number {
  const given = process.env['WAYPOST_SEED'];
  const first = given === undefined ? Math.floor(Date.now() / dayMs) * seedsPerDay : Number(given);
  return first + part * schedulesPerFile;
}
