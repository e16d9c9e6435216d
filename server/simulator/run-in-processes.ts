import { fork } from 'node:child_process';

/** What came of some schedules. */
export interface Tally {
  failed: number;
  delivered: number;
}

/**
 * Shares schedules out among processes of this program, each with seeds of its own. They print their failures.
 * @param flags what each of them is started with, besides its seeds
 * @throws when one of them ends without a tally
 */
export async function runInProcesses(
  program: string,
  flags: readonly string[],
  { first, count, processes }: { first: number; count: number; processes: number },
): Promise<Tally> {
  const share = Math.ceil(count / processes);
  const tallies: Promise<Tally>[] = [];
  for (let from = first; from < first + count; from += share) {
    const schedules = Math.min(share, first + count - from);
    const seeds = ['--seed', String(from), '--schedules', String(schedules), '--processes', '1'];
    tallies.push(tallyOf(program, [...flags, ...seeds]));
  }
  return (await Promise.all(tallies)).reduce((sum, { failed, delivered }) => ({
    failed: sum.failed + failed,
    delivered: sum.delivered + delivered,
  }));
}

function tallyOf(program: string, args: readonly string[]): Promise<Tally> {
  const { promise, resolve, reject } = Promise.withResolvers<Tally>();
  const child = fork(program, args);
  child.once('message', (tally) => resolve(tally as Tally));
  // After a message this says nothing new.
  child.once('exit', (code) => reject(new Error(`A process ended with ${code} and no tally`)));
  return promise;
}
