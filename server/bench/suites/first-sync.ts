import { join } from 'node:path';
import { startConsoles } from '../consoles/fleet.ts';
import type { Bench, Suite } from '../harness/bench.ts';
import type { Figure } from '../harness/figure.ts';
import { median } from '../harness/statistics.ts';
import { RawReplica } from '../limits/raw-replica.ts';

interface Round {
  firstPageMs: number;
  liveMs: number;
  rowCount: number;
  rawMs: number;
}

/** A console's first sync of the whole desk, from the sign-in on, in a process that has just started. */
export const firstSyncSuite: Suite = {
  name: 'first-sync',
  run: async (bench) => {
    const started = await bench.startDesk();
    await using _node = started.node;
    await measure(bench, started);
    const rounds: Round[] = [];
    const count = bench.isQuick ? 2 : 5;
    while (rounds.length < count) rounds.push(await measure(bench, started));
    const row = `first sync of ${started.desk.ticketCount.toLocaleString('en-US')} tickets`;
    const limitMs = median(rounds.map(({ rawMs }) => rawMs));
    const rowCount = rounds[0]?.rowCount ?? 0;
    const figures: Figure[] = [
      {
        row,
        metric: 'all on disk',
        unit: 'ms',
        rounds: rounds.map(({ liveMs }) => liveMs),
        limit: { name: 'raw insert', value: limitMs },
        goal: 500,
      },
      {
        row,
        metric: 'first screen',
        unit: 'ms',
        rounds: rounds.map(({ firstPageMs }) => firstPageMs),
        goal: 100,
      },
      {
        row,
        metric: 'rate',
        unit: 'rows/s',
        rounds: rounds.map(({ liveMs }) => (rowCount * 1000) / liveMs),
        limit: { name: 'raw insert', value: (rowCount * 1000) / limitMs },
      },
    ];
    return figures;
  },
};

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
  return { ...sync, rowCount: raw.rowCount, rawMs: raw.timeInsert(join(spec.folder, 'raw.db')) };
}
