import type { SeededDesk } from '../desk/seed-desk.ts';
import type { Pace, Suite } from '../harness/bench.ts';
import type { Figure } from '../harness/figure.ts';
import { runOpenLoop, type OpenLoad } from '../harness/open-loop.ts';
import { median, type Timings } from '../harness/statistics.ts';
import { httpRequests } from './http-requests.ts';
import { steadyFigures, steadyRows, tokenFor } from './steady.ts';

/** DESIGN.md section 7. */
const goalTimes = 1.5;

/** The rounds of one kind of request on each desk, in turns: what else the computer does meets both alike. */
async function measureInTurns(loads: readonly OpenLoad[], pace: Pace): Promise<Timings[][]> {
  const measured = loads.map((): Timings[] => []);
  for (const load of loads) await runOpenLoop(load, pace.warmUpMs);
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const [index, load] of loads.entries()) {
      measured[index]?.push(await runOpenLoop(load, pace.roundMs));
    }
  }
  return measured;
}

/** What many times as many tickets cost: the limit is the same requests on the usual desk, in the same run. */
export const largeSuite: Suite = {
  name: 'large',
  isForLarge: true,
  run: async (bench) => {
    const [small, large] = [bench.copyDesk(), await bench.copyLargeDesk()];
    await using smallNode = await bench.startNode(small);
    await using largeNode = await bench.startNode(large);
    const count = (desk: SeededDesk): string => desk.ticketCount.toLocaleString('en-US');
    const rowsOfLarge = steadyRows(httpRequests(large.ticketCount));
    const figures: Figure[] = [];
    for (const [index, row] of steadyRows(httpRequests(small.ticketCount)).entries()) {
      const { name, ratePerSecond: rate, requests } = row;
      const [atSmall = [], atLarge = []] = await measureInTurns(
        [
          { url: smallNode.url, token: tokenFor(small), rate, requests },
          { url: largeNode.url, token: tokenFor(large), rate, requests: rowsOfLarge[index]?.requests ?? [] },
        ],
        bench.pace,
      );
      const valueOf = (metric: 'p50' | 'p99'): number => median(atSmall.map((round) => round[metric]));
      figures.push(
        ...steadyFigures(
          `${name}, ${count(large)} tickets`,
          atLarge,
          (metric) => ({ name: `with ${count(small)}`, value: valueOf(metric) }),
          (metric) => valueOf(metric) * goalTimes,
        ),
      );
    }
    return figures;
  },
};
