import type { SeededDesk } from '../desk/seed-desk.ts';
import type { Bench, Suite } from '../harness/bench.ts';
import { median, type Timings } from '../harness/statistics.ts';
import { httpRequests } from './http-requests.ts';
import { measureSteady, steadyFigures, steadyRows, tokenFor } from './steady.ts';

/** DESIGN.md section 7. */
const goalTimes = 1.5;

/** The steady requests on this desk, by their names. */
async function measure(bench: Bench, desk: SeededDesk): Promise<Map<string, Timings[]>> {
  await using node = await bench.startNode(desk);
  const measured = new Map<string, Timings[]>();
  for (const { name, requests, ratePerSecond: rate } of steadyRows(httpRequests(desk.ticketCount))) {
    const load = { url: node.url, token: tokenFor(desk), rate, requests };
    measured.set(name, await measureSteady(load, bench.pace));
  }
  return measured;
}

/** What many times as many tickets cost: the limit is the same requests on the usual desk, in the same run. */
export const largeSuite: Suite = {
  name: 'large',
  isForLarge: true,
  run: async (bench) => {
    const [small, large] = [bench.copyDesk(), await bench.copyLargeDesk()];
    const [atSmall, atLarge] = [await measure(bench, small), await measure(bench, large)];
    const count = (desk: SeededDesk): string => desk.ticketCount.toLocaleString('en-US');
    return [...atLarge].flatMap(([name, rounds]) => {
      const valueOf = (metric: 'p50' | 'p99'): number =>
        median((atSmall.get(name) ?? []).map((round) => round[metric]));
      return steadyFigures(
        `${name}, ${count(large)} tickets`,
        rounds,
        (metric) => ({ name: `with ${count(small)}`, value: valueOf(metric) }),
        (metric) => valueOf(metric) * goalTimes,
      );
    });
  },
};
