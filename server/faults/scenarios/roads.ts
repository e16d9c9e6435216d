import { setTimeout as wait } from 'node:timers/promises';
import { createFaultDesk } from '../fault-desk.ts';
import type { Road } from '../faulty-proxy.ts';
import { randomMs, type Scenario, type Tally } from '../scenario.ts';
import { writeAtConsole } from '../writers.ts';

const load = { writers: 2, textBytes: 200 };

/** Two agents type while the road between them and the node is now good, now bad. */
async function travel(bad: Exclude<Road, 'open'>, cycles: number, badMs: () => number): Promise<Tally> {
  await using desk = await createFaultDesk();
  const agents = [await desk.openConsole(), await desk.openConsole()];
  const writing = agents.map((agent) => writeAtConsole(agent, desk.ledger, load));
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    await wait(randomMs(50, 300));
    desk.proxy.take(bad);
    await wait(badMs());
    desk.proxy.take('open');
  }
  await Promise.all(writing.map((each) => each.stop()));
  return await desk.check(cycles);
}

export const roadIsCut: Scenario = {
  name: 'proxy-cut',
  cycles: 150,
  run: ({ cycles }) => travel('cut', cycles, () => randomMs(10, 400)),
};

export const roadIsSlow: Scenario = {
  name: 'proxy-delay',
  cycles: 60,
  run: ({ cycles }) => travel('delay', cycles, () => randomMs(200, 800)),
};

export const roadTrickles: Scenario = {
  name: 'proxy-trickle',
  cycles: 30,
  run: ({ cycles }) => travel('trickle', cycles, () => randomMs(500, 1_500)),
};

/** Nothing says that the connection is dead: only that nobody answers any more. */
export const roadIsBlackHole: Scenario = {
  name: 'proxy-black-hole',
  cycles: 6,
  run: ({ cycles, stallMs }) => travel('black_hole', cycles, () => stallMs),
};
