import { setTimeout as wait } from 'node:timers/promises';
import { createFaultDesk } from '../fault-desk.ts';
import type { Scenario } from '../scenario.ts';
import { writeAtConsole, writeTickets } from '../writers.ts';

const load = { writers: 2, textBytes: 200 };

/** The node's computer sleeps with its connections open. */
export const nodeIsStopped: Scenario = {
  name: 'node-sigstop',
  cycles: 2,
  run: async ({ cycles, stallMs }) => {
    await using desk = await createFaultDesk();
    const agent = await desk.openConsole();
    const writing = [writeTickets(desk.node, desk.ledger, load), writeAtConsole(agent, desk.ledger, load)];
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await wait(300);
      desk.node.process.child.kill('SIGSTOP');
      await wait(stallMs);
      desk.node.process.child.kill('SIGCONT');
    }
    await Promise.all(writing.map((each) => each.stop()));
    return await desk.check(cycles);
  },
};

/** A lid is closed while others go on. */
export const consoleIsStopped: Scenario = {
  name: 'console-sigstop',
  cycles: 2,
  run: async ({ cycles, stallMs }) => {
    await using desk = await createFaultDesk();
    const [sleeper, other] = [await desk.openConsole(), await desk.openConsole()];
    const writing = [writeAtConsole(sleeper, desk.ledger, load), writeAtConsole(other, desk.ledger, load)];
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await wait(300);
      sleeper.process.kill('SIGSTOP');
      await wait(stallMs);
      sleeper.process.kill('SIGCONT');
    }
    await Promise.all(writing.map((each) => each.stop()));
    return await desk.check(cycles);
  },
};
