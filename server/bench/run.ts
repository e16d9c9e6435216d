// The benchmarks: `npm run bench -- [--quick] [--large] [--only name] [--profile]`. Each suite measures the node as it
// is shipped, in a process of its own, and puts every figure beside what this computer can do at best. Slow is no
// failure here.

import { join } from 'node:path';
import { copyDesk } from './desk/copy-desk.ts';
import { seedDesk, type SeededDesk } from './desk/seed-desk.ts';
import type { Bench, Suite } from './harness/bench.ts';
import type { Figure } from './harness/figure.ts';
import { startNodeProcess } from './harness/node-process.ts';
import { defaultLargeTickets, readOptions, usage, type BenchOptions } from './harness/options.ts';
import { benchDir } from './harness/places.ts';
import { formatTable } from './harness/print-table.ts';
import { createRunFolder, type RunFolder } from './harness/run-folder.ts';
import { writeReport } from './harness/write-report.ts';
import { suites } from './suites/suites.ts';

const fullPace = { warmUpMs: 1_000, roundMs: 2_000, rounds: 3 };
/** Tickets on the desk that is measured, and by how much smaller a quick run's is. */
const usualTickets = 10_000;
const quickPart = 10;
const quickPace = { warmUpMs: 300, roundMs: 500, rounds: 1 };

function chooseSuites({ only, largeTickets }: BenchOptions): readonly Suite[] {
  if (only === null) return suites.filter(({ isForLarge }) => isForLarge !== true || largeTickets !== null);
  const unknown = only.find((name) => !suites.some((suite) => suite.name === name));
  const names = suites.map(({ name }) => name).join(', ');
  if (unknown !== undefined) throw new Error(`There is no suite ${unknown}; there are ${names}`);
  return suites.filter(({ name }) => only.includes(name));
}

/** A filled desk of so many tickets, the same one each time. */
type SeedOf = (ticketCount: number) => Promise<SeededDesk>;

function createBench(
  { isQuick, largeTickets, isProfiled }: BenchOptions,
  suite: Suite,
  seeded: SeededDesk,
  { runFolder, seedOf }: { runFolder: RunFolder; seedOf: SeedOf },
): Bench {
  const copyOf = (desk: SeededDesk): SeededDesk => copyDesk(desk, runFolder.make(`${suite.name}-desk`));
  const copy = (): SeededDesk => copyOf(seeded);
  let started = 0;
  const startNode: Bench['startNode'] = ({ dataDir }) => {
    started += 1;
    const profile = isProfiled ? `${suite.name}-${started}` : null;
    return startNodeProcess({ dataDir, profile });
  };
  return {
    isQuick,
    pace: isQuick ? quickPace : fullPace,
    copyDesk: copy,
    copyLargeDesk: async () =>
      copyOf(await seedOf((largeTickets ?? defaultLargeTickets) / (isQuick ? quickPart : 1))),
    folder: (name) => runFolder.make(name),
    startNode,
    startDesk: async () => {
      const desk = copy();
      return { desk, node: await startNode(desk) };
    },
  };
}

/** @returns whether every suite ran to its end */
async function runAll(options: BenchOptions): Promise<boolean> {
  const chosen = chooseSuites(options);
  using runFolder = createRunFolder();
  const seeds = new Map<number, SeededDesk>();
  const seedOf: SeedOf = async (ticketCount) => {
    const known = seeds.get(ticketCount);
    if (known !== undefined) return known;
    console.log(`Filling a desk with ${ticketCount.toLocaleString('en-US')} tickets…`);
    const seeded = await seedDesk(runFolder.make('seeded'), ticketCount);
    seeds.set(ticketCount, seeded);
    return seeded;
  };
  const all: Figure[] = [];
  let hasFailed = false;
  for (const suite of chosen) {
    const ticketCount = (suite.tickets ?? usualTickets) / (options.isQuick ? quickPart : 1);
    const seeded = await seedOf(ticketCount);
    console.log(`Measuring ${suite.name}…`);
    try {
      const figures = await suite.run(createBench(options, suite, seeded, { runFolder, seedOf }));
      writeReport(benchDir, { suite: suite.name, isQuick: options.isQuick, ticketCount, figures });
      all.push(...figures);
    } catch (error) {
      // What the others measured is still worth showing.
      hasFailed = true;
      console.error(`${suite.name} failed:`, error);
    }
  }
  console.log(`\n${formatTable(all)}\n\nAs JSON: ${join(benchDir, '*.json')}`);
  return !hasFailed;
}

function readOptionsOrExit(): BenchOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

const options = readOptionsOrExit();
try {
  process.exit((await runAll(options)) ? 0 : 1);
} catch (error) {
  console.error(error);
  process.exit(1);
}
