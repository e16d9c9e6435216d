import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsoleCalls, ConsoleSpec, Reconnect } from '../consoles/console-calls.ts';
import { startConsoles } from '../consoles/fleet.ts';
import { writeEntries } from '../desk/write-entries.ts';
import type { Bench, Suite } from '../harness/bench.ts';
import { startChild } from '../harness/child-process.ts';
import type { Figure } from '../harness/figure.ts';
import { median } from '../harness/statistics.ts';
import { RawReplica } from '../limits/raw-replica.ts';

/** Long enough that everything else is small beside it. */
const delayMs = 50;
const rounds = 5;

/** A console that was away comes back: with nothing missed, and after a busy morning. */
export const reconnectSuite: Suite = {
  name: 'reconnect',
  run: async (bench) => {
    const started = await bench.startDesk();
    const { desk } = started;
    const spec = await leaveFiles(bench, started);
    const near = await reconnect(bench, started.node.url, spec, 0);
    const far = await reconnect(bench, started.node.url, spec, delayMs);
    await started.node[Symbol.asyncDispose]();
    const since = Date.now();
    const missed = bench.isQuick ? { entries: 1_000, tickets: 300 } : { entries: 10_000, tickets: 3_000 };
    await writeEntries(desk, missed);
    await using node = await bench.startNode(desk);
    const catchUps = await reconnect(bench, node.url, spec, 0);
    return [
      ...nothingMissed(near, far),
      ...afterMissing(missed, catchUps, timeRawUpserts(bench, catchUps.folder, since)),
    ];
  },
};

/** A console's files as it left them, with everything in them. */
async function leaveFiles(
  bench: Bench,
  started: Awaited<ReturnType<Bench['startDesk']>>,
): Promise<ConsoleSpec> {
  const { host, specs } = await startConsoles(bench, started, [started.desk.admin]);
  await host[Symbol.asyncDispose]();
  const [spec] = specs;
  if (spec === undefined) throw new Error('No console was opened');
  return spec;
}

interface Reconnects {
  rounds: Reconnect[];
  /** The files of the last round. */
  folder: string;
}

/** Each round on a copy of the files, in a process that has just started. The first warms the node up. */
async function reconnect(
  bench: Bench,
  nodeUrl: string,
  spec: ConsoleSpec,
  roadDelayMs: number,
): Promise<Reconnects> {
  const all: Reconnect[] = [];
  let folder = spec.folder;
  while (all.length <= rounds) {
    folder = bench.folder('reconnect');
    cpSync(spec.folder, folder, { recursive: true });
    await using host = startChild<ConsoleCalls>('console-host.ts');
    await host.call('resume', { nodeUrl, consoles: [{ ...spec, folder }], delayMs: roadDelayMs });
    all.push(await host.call('reconnect', { console: 0 }));
  }
  return { rounds: all.slice(1), folder };
}

/** A connection is HTTP's and socket.io's own talk first; what follows on it is ours. */
function nothingMissed(near: Reconnects, far: Reconnects): Figure[] {
  const row = 'reconnect, nothing missed';
  const localMs = median(near.rounds.map(({ talk }) => talk.ms));
  const tripMs = 2 * delayMs;
  return [
    {
      row,
      metric: 'until live',
      unit: 'ms',
      rounds: near.rounds.map(({ opening, talk }) => opening.ms + talk.ms),
    },
    {
      row,
      metric: 'once connected',
      unit: 'round trips',
      rounds: far.rounds.map(({ talk }) => (talk.ms - localMs) / tripMs),
      limit: { name: 'one question', value: 1 },
    },
    {
      row,
      metric: 'once connected, both ways',
      unit: 'bytes',
      rounds: near.rounds.map(({ talk }) => talk.bytes),
      goal: 1_024,
    },
    {
      row,
      metric: 'to connect',
      unit: 'round trips',
      rounds: far.rounds.map(({ opening }) => opening.ms / tripMs),
    },
    {
      row,
      metric: 'to connect, both ways',
      unit: 'bytes',
      rounds: near.rounds.map(({ opening }) => opening.bytes),
    },
  ];
}

function afterMissing(
  { entries, tickets }: { entries: number; tickets: number },
  { rounds: catchUps }: Reconnects,
  rawMs: number,
): Figure[] {
  const count = (value: number): string => value.toLocaleString('en-US');
  const row = `reconnect, ${count(entries)} entries on ${count(tickets)} tickets missed`;
  return [
    {
      row,
      metric: 'until live',
      unit: 'ms',
      rounds: catchUps.map(({ opening, talk }) => opening.ms + talk.ms),
      limit: { name: 'raw upserts', value: rawMs },
      goal: 400,
    },
    { row, metric: 'both ways', unit: 'bytes', rounds: catchUps.map(({ talk }) => talk.bytes) },
  ];
}

/** What a console must at least do to have the rows that changed: write them. */
function timeRawUpserts(bench: Bench, folder: string, since: number): number {
  const raw = new RawReplica(join(folder, 'replica.db'), since);
  return median(
    Array.from({ length: rounds }, (_unused, index) =>
      raw.timeInsert(join(bench.folder('raw'), `raw-${index}.db`)),
    ),
  );
}
