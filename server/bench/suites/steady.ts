import { createAccessSigner } from '../desk/sign-access.ts';
import type { SeededDesk } from '../desk/seed-desk.ts';
import type { Pace, Suite } from '../harness/bench.ts';
import type { Figure, Limit } from '../harness/figure.ts';
import type { LoadRequest } from '../harness/load.ts';
import { runOpenLoop, type OpenLoad } from '../harness/open-loop.ts';
import type { Timings } from '../harness/statistics.ts';
import { startBareServer } from '../limits/bare-server.ts';
import { RawDesk } from '../limits/raw-desk.ts';
import { httpRequests, type HttpRequests } from './http-requests.ts';

/** DESIGN.md section 7: 100 changes a second sustained, and the 99th percentile of list, get and create. */
const changesPerSecond = 100;
const goalP99Ms = 20;
/** As five hundred people search who do so twice a minute. */
const searchesPerSecond = 17;

interface SteadyRow {
  name: string;
  requests: readonly LoadRequest[];
  ratePerSecond: number;
  goalP99?: number;
  /** What it cannot be faster than: bytes from memory, or a commit with nothing around it. */
  limitedBy: 'bare route' | 'raw create' | 'raw reply';
}

/** Each kind of request by itself. Reads come first: the writes make the desk larger. */
export function steadyRows({ get, list, search, reply, create }: HttpRequests): SteadyRow[] {
  const often = { ratePerSecond: changesPerSecond };
  const prompt = { ...often, goalP99: goalP99Ms };
  return [
    { name: 'get', requests: get, ...prompt, limitedBy: 'bare route' },
    { name: 'list of 50', requests: list, ...prompt, limitedBy: 'bare route' },
    { name: 'search', requests: search, ratePerSecond: searchesPerSecond, limitedBy: 'bare route' },
    { name: 'reply', requests: reply, ...often, limitedBy: 'raw reply' },
    { name: 'create', requests: create, ...prompt, limitedBy: 'raw create' },
  ];
}

/** Several rounds at the steady rate, after one that is not counted. */
async function measureSteady(load: OpenLoad, { warmUpMs, roundMs, rounds }: Pace): Promise<Timings[]> {
  await runOpenLoop(load, warmUpMs);
  const measured: Timings[] = [];
  while (measured.length < rounds) measured.push(await runOpenLoop(load, roundMs));
  return measured;
}

/** The median and the slow end, each beside its own limit and, where there is one, its goal. */
export function steadyFigures(
  row: string,
  rounds: readonly Timings[],
  limitOf: (metric: 'p50' | 'p99') => Limit,
  goalOf: (metric: 'p50' | 'p99') => number | undefined,
): Figure[] {
  return (['p50', 'p99'] as const).map((metric) => {
    const goal = goalOf(metric);
    return {
      row,
      metric,
      unit: 'ms',
      rounds: rounds.map((round) => round[metric]),
      limit: limitOf(metric),
      ...(goal === undefined ? {} : { goal }),
    };
  });
}

export const tokenFor = (desk: SeededDesk): string => createAccessSigner(desk)(desk.admin);

/** Requests that come at a steady rate whatever the node does, as from people who know nothing of each other. */
export const steadySuite: Suite = {
  name: 'steady',
  run: async (bench) => {
    const { desk, node } = await bench.startDesk();
    await using _node = node;
    await using bare = await startBareServer();
    using raw = new RawDesk(bench.copyDesk().file);
    const { pace } = bench;
    const figures: Figure[] = [];
    for (const { name, requests, ratePerSecond: rate, goalP99, limitedBy } of steadyRows(
      httpRequests(desk.ticketCount),
    )) {
      const load = { url: node.url, token: tokenFor(desk), rate, requests };
      const limit = await {
        'bare route': () => bare.timeOpenLoop(load, pace.roundMs),
        'raw reply': () => raw.timeReplies(1, pace.roundMs),
        'raw create': () => raw.timeCreates(1, pace.roundMs),
      }[limitedBy]();
      const rounds = await measureSteady(load, pace);
      figures.push(
        ...steadyFigures(
          `${name}, ${rate}/s, open loop`,
          rounds,
          (metric) => ({ name: limitedBy, value: limit[metric] }),
          (metric) => (metric === 'p99' ? goalP99 : undefined),
        ),
      );
    }
    return figures;
  },
};
