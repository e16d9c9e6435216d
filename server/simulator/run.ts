// The simulator's own program: `npm run simulate -- --seed 7 --schedules 1000 [--consoles 5] [--shrink] [--steps 1,4,9]`.

import process from 'node:process';
import { parseArgs } from 'node:util';
import { describeFailure } from './describe-failure.ts';
import { runSchedule } from './run-schedule.ts';
import { drawSchedule } from './schedule.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    schedules: { type: 'string', default: '100' },
    consoles: { type: 'string' },
    /** Runs only these steps of the seed's schedule, as a shrunk failure prints them. */
    steps: { type: 'string' },
    shrink: { type: 'boolean', default: false },
    log: { type: 'boolean', default: false },
  },
});

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const first = Number(values.seed);
const count = values.steps === undefined ? Number(values.schedules) : 1;
const consoles = values.consoles === undefined ? undefined : Number(values.consoles);
const startedAt = performance.now();
let failures = 0;
let delivered = 0;
for (let seed = first; seed < first + count; seed++) {
  const drawn = drawSchedule(seed, consoles);
  const chosen = values.steps?.split(',').map(Number);
  const steps =
    chosen === undefined ? drawn.steps : drawn.steps.filter((_step, index) => chosen.includes(index));
  const schedule = { ...drawn, steps };
  const result = await runSchedule(schedule, { isLogged: values.log });
  delivered += result.delivered;
  if (values.log) print(result.log.join('\n'));
  if (result.violation === null) continue;
  failures += 1;
  print(await describeFailure(schedule, result.violation, { isShrunk: values.shrink }));
}
const seconds = (performance.now() - startedAt) / 1000;
print(
  `${count} schedules from seed ${first}: ${failures} failed, ${delivered} messages, ${(count / seconds).toFixed(1)} schedules/s`,
);
process.exitCode = failures === 0 ? 0 : 1;
