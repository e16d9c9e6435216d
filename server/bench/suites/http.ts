import { createAccessSigner } from '../desk/sign-access.ts';
import type { Bench, Suite } from '../harness/bench.ts';
import { timingFigures, type Figure } from '../harness/figure.ts';
import { runRounds, type Load, type LoadRequest } from '../harness/load.ts';
import type { Timings } from '../harness/statistics.ts';
import { startBareServer } from '../limits/bare-server.ts';
import { RawDesk } from '../limits/raw-desk.ts';
import { httpRequests } from './http-requests.ts';

const connectionCounts = [1, 50] as const;
/** DESIGN.md section 7. */
const readGoals = { p99: 20 };

interface Operation {
  name: string;
  requests: readonly LoadRequest[];
  goals: { p99?: number };
  /** The limit when so many requests are under way at once. */
  measureLimit: (load: Load) => Promise<{ name: string; timings: Timings }>;
}

/** What the node answers over HTTP. Reads come first: the writes make the desk larger. */
export const httpSuite: Suite = {
  name: 'http',
  run: async (bench) => {
    const { desk, node } = await bench.startDesk();
    await using _node = node;
    await using bare = await startBareServer();
    using raw = new RawDesk(bench.copyDesk().file);
    const token = createAccessSigner(desk)(desk.admin);
    const requests = httpRequests(desk.ticketCount);
    const asBareRoute = async (load: Load) => ({
      name: 'bare route',
      timings: await bare.timeLoad(load, { ...bench.pace, rounds: 1 }),
    });
    const operations: Operation[] = [
      {
        name: 'get',
        requests: requests.get,
        goals: readGoals,
        measureLimit: asBareRoute,
      },
      {
        name: 'list of 50',
        requests: requests.list,
        goals: readGoals,
        measureLimit: asBareRoute,
      },
      {
        name: 'reply',
        requests: requests.reply,
        goals: {},
        measureLimit: async ({ connections }) => ({
          name: `raw commit of ${connections}`,
          timings: raw.timeReplies(connections, bench.pace.roundMs),
        }),
      },
      {
        name: 'create',
        requests: requests.create,
        goals: readGoals,
        measureLimit: async ({ connections }) => ({
          name: `raw commit of ${connections}`,
          timings: raw.timeCreates(connections, bench.pace.roundMs),
        }),
      },
    ];
    return await measureAll(operations, { url: node.url, token }, bench);
  },
};

async function measureAll(
  operations: readonly Operation[],
  target: Pick<Load, 'url' | 'token'>,
  { pace }: Bench,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, requests, goals, measureLimit } of operations) {
    for (const connections of connectionCounts) {
      const load: Load = { ...target, connections, requests };
      const limit = await measureLimit(load);
      const row = `${name}, ${connections} ${connections === 1 ? 'connection' : 'connections'}`;
      figures.push(...timingFigures(row, await runRounds(load, pace), limit, goals));
    }
  }
  return figures;
}
