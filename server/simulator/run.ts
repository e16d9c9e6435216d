// The simulator's own program:
// `npm run simulate -- --seed 7 --schedules 1000 [--consoles 5] [--shrink] [--steps 1,4,9] [--log] [--processes N]`.

import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { describeFailure } from './describe-failure.ts';
import { runInProcesses, type Tally } from './run-in-processes.ts';
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
    /** How many processes share the schedules; as many as there are cores unless it says otherwise. */
    processes: { type: 'string' },
  },
});

/** Fewer schedules than this are over before another process has started. */
const fewest = 50;
/** A long run says how far it is after so many. */
const reportEach = 1_000;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const first = Number(values.seed);
const count = values.steps === undefined ? Number(values.schedules) : 1;
const consoles = values.consoles === undefined ? undefined : Number(values.consoles);
const processes = Math.min(Number(values.processes ?? availableParallelism()), Math.ceil(count / fewest));

async function runHere(): Promise<Tally> {
  const tally: Tally = { failed: 0, delivered: 0 };
  for (let seed = first; seed < first + count; seed++) {
    const drawn = drawSchedule(seed, consoles);
    const chosen = values.steps?.split(',').map(Number);
    const steps =
      chosen === undefined ? drawn.steps : drawn.steps.filter((_step, index) => chosen.includes(index));
    const schedule = { ...drawn, steps };
    const result = await runSchedule(schedule, { isLogged: values.log });
    tally.delivered += result.delivered;
    if (values.log) print(result.log.join('\n'));
    if (result.violation !== null) {
      tally.failed += 1;
      print(await describeFailure(schedule, result.violation, { isShrunk: values.shrink }));
    }
    const done = seed - first + 1;
    if (done % reportEach === 0 && done < count)
      print(`${done} of the ${count} from seed ${first}: ${tally.failed} failed`);
  }
  return tally;
}

function runShared(): Promise<Tally> {
  const flags = [
    ...(values.consoles === undefined ? [] : ['--consoles', values.consoles]),
    ...(values.shrink ? ['--shrink'] : []),
    ...(values.log ? ['--log'] : []),
  ];
  return runInProcesses(import.meta.filename, flags, { first, count, processes });
}

const startedAt = performance.now();
const { failed, delivered } = processes > 1 ? await runShared() : await runHere();
if (process.send === undefined) {
  const seconds = (performance.now() - startedAt) / 1000;
  const rate = (count / seconds).toFixed(1);
  print(
    `${count} schedules from seed ${first}: ${failed} failed, ${delivered} messages, ${rate} schedules/s`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
} else {
  process.send({ failed, delivered });
  process.disconnect();
}
