import process from 'node:process';

/** Schedules of one test file. `WAYPOST_SCHEDULES` sets another number, for long runs and for short ones. */
export const schedulesPerFile = Number(process.env['WAYPOST_SCHEDULES'] ?? 1_000);

/**
 * Where the fresh seeds of a test file begin: somewhere else with every run. The test's name says where, so that a
 * failure can be run again; `WAYPOST_SEED` begins there.
 */
export function freshSeed(part: 0 | 1): number {
  const given = process.env['WAYPOST_SEED'];
  const first = given === undefined ? (Math.floor(Date.now() / 1000) % 400_000) * 10_000 : Number(given);
  return first + part * schedulesPerFile;
}
