import { join } from 'node:path';
import { startConsoles } from '../consoles/fleet.ts';
import type { Bench, Suite } from '../harness/bench.ts';
import type { Figure } from '../harness/figure.ts';
import { median } from '../harness/statistics.ts';
import { RawReplica } from '../limits/raw-replica.ts';

interface Round {
  firstPageMs: number;
  liveMs: number;
  wholeMs: number;
  rowCount: number;
  /** Inserting the tickets alone, and everything, with nothing around it. */
  rawTicketsMs: number;
  rawMs: number;
}

const quickRounds = 2;
const fullRounds = 5;

/**
 * A console's first sync of the whole desk, from the sign-in on, in a process that has just started. It is usable and
 * live once every ticket is there; conversations follow, the opened ones first.
 */
export const firstSyncSuite: Suite = {
  name: 'first-sync',
  run: (bench) => run(bench, bench.isQuick ? quickRounds : fullRounds, { live: 500, firstPage: 100 }),
};

/** The same on a desk ten times as large. */
export const largeSyncSuite: Suite = {
  name: 'large-sync',
  tickets: 100_000,
  run: (bench) => run(bench, quickRounds, { live: 5_000 }),
};

async function run(
  bench: Bench,
  count: number,
  goals: { live: number; firstPage?: number },
): Promise<Figure[]> {
  const started = await bench.startDesk();
  await using _node = started.node;
  await measure(bench, started);
  const rounds: Round[] = [];
  while (rounds.length < count) rounds.push(await measure(bench, started));
  const row = `first sync of ${started.desk.ticketCount.toLocaleString('en-US')} tickets`;
  const of = (key: keyof Round): number[] => rounds.map((round) => round[key]);
  const rawMs = median(of('rawMs'));
  const [rowCount = 0] = of('rowCount');
  return [
    {
      row,
      metric: 'first screen',
      unit: 'ms',
      rounds: of('firstPageMs'),
      ...(goals.firstPage === undefined ? {} : { goal: goals.firstPage }),
    },
    {
      row,
      metric: 'usable and live',
      unit: 'ms',
      rounds: of('liveMs'),
      limit: { name: 'raw insert', value: median(of('rawTicketsMs')) },
      goal: goals.live,
    },
    {
      row,
      metric: 'conversations too',
      unit: 'ms',
      rounds: of('wholeMs'),
      limit: { name: 'raw insert', value: rawMs },
    },
    {
      row,
      metric: 'rate',
      unit: 'rows/s',
      rounds: rounds.map(({ wholeMs }) => (rowCount * 1000) / wholeMs),
      limit: { name: 'raw insert', value: (rowCount * 1000) / rawMs },
    },
  ];
}

async function measure(bench: Bench, started: Awaited<ReturnType<Bench['startDesk']>>): Promise<Round> {
  const { desk } = started;
  const { host, specs, syncs } = await startConsoles(bench, started, [desk.admin]);
  await host[Symbol.asyncDispose]();
  const [sync] = syncs;
  const [spec] = specs;
  if (sync === undefined || spec === undefined) throw new Error('No console was opened');
  const raw = new RawReplica(join(spec.folder, 'replica.db'));
  if (raw.ticketCount !== desk.ticketCount) {
    throw new Error(`The console holds ${raw.ticketCount} of ${desk.ticketCount} tickets`);
  }
  return {
    ...sync,
    rowCount: raw.rowCount,
    rawTicketsMs: raw.timeInsert(join(spec.folder, 'raw-tickets.db'), ['profile', 'ticket']),
    rawMs: raw.timeInsert(join(spec.folder, 'raw.db')),
  };
}
