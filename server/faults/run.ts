// `npm run faults`: processes are killed and stopped, roads cut, disks filled and files damaged, again and again; a
// table says what was acknowledged meanwhile, and what of it was lost or doubled: nothing.

import { parseArgs } from 'node:util';
import { isClean, type Tally } from './scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    cycles: { type: 'string' },
    'stall-ms': { type: 'string', default: '60000' },
  },
});
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const stallMs = Number(values['stall-ms']);
const chosen = scenarios.filter(({ name }) => values.only === undefined || name.includes(values.only));

if (chosen.length === 0) {
  print(`--only takes part of one of: ${scenarios.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const columns = ['cycles', 'acknowledged', 'refused', 'unknown', 'lost', 'doubled', 'undead'] as const;
const line = (name: string, cells: readonly (string | number)[], end = ''): string =>
  `${name.padEnd(25)}${cells.map((cell) => String(cell).padStart(13)).join('')}  ${end}`;

print(line('', [...columns, 'seconds']));
const tickets = 1_300;
let isAllClean = true;
for (const scenario of chosen) {
  const cycles = values.cycles === undefined ? scenario.cycles : Number(values.cycles);
  const startedAt = performance.now();
  try {
    const tally = await scenario.run({ cycles, stallMs, tickets });
    if (tally === null) print(line(scenario.name, [], 'not run: it takes root on Linux'));
    else report(scenario.name, tally, (performance.now() - startedAt) / 1000);
  } catch (error) {
    isAllClean = false;
    print(line(scenario.name, [], `✗ ${error instanceof Error ? error.stack : String(error)}`));
  }
}
process.exitCode = isAllClean ? 0 : 1;

function report(name: string, tally: Tally, seconds: number): void {
  isAllClean &&= isClean(tally);
  const mark = isClean(tally) ? '✓' : '✗';
  const cells = columns.map((column) => tally[column]);
  print(line(name, [...cells, seconds.toFixed(0)], `${mark} ${tally.note ?? ''}`));
  for (const fault of tally.faults) print(`  ${fault}`);
}
