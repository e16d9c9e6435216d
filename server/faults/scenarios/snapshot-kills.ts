import { setTimeout as wait } from 'node:timers/promises';
import { createFaultDesk, type FaultDesk } from '../fault-desk.ts';
import type { FaultyConsole } from '../faulty-console.ts';
import { randomMs, type Scenario } from '../scenario.ts';
import { writeTickets } from '../writers.ts';

async function createLargeDesk(tickets: number): Promise<FaultDesk> {
  const desk = await createFaultDesk();
  const writing = writeTickets(desk.node, desk.ledger, { writers: 16, textBytes: 400 });
  while (desk.ledger.count('acknowledged') < tickets) await wait(20);
  await writing.stop();
  return desk;
}

const isBooting = async (agent: FaultyConsole): Promise<boolean> => {
  const status = await agent.ask('sync.status', {});
  return status?.ok === true && (status.value.connection.state !== 'live' || status.value.unfetched > 0);
};

/** Each cycle a new console fetches everything, and the node is killed in the middle of it. */
export const nodeKilledInSnapshot: Scenario = {
  name: 'node-kill-snapshot',
  cycles: 30,
  run: async ({ cycles, tickets }) => {
    await using desk = await createLargeDesk(tickets);
    let met = 0;
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      for (const former of desk.consoles.splice(0)) await former.end('SIGKILL');
      desk.proxy.take('delay');
      const agent = await desk.openConsole();
      await wait(randomMs(50, 1_200));
      if (await isBooting(agent)) met += 1;
      await desk.node.kill();
      desk.proxy.take('open');
      await desk.node.start();
      await agent.ask('sync.retry', {});
      await agent.isCaughtUp();
    }
    return { ...(await desk.check(cycles)), note: `${met} in the snapshot` };
  },
};

/** The console itself is killed, at whatever page, and goes on from there. */
export const consoleKilledInSnapshot: Scenario = {
  name: 'console-kill-snapshot',
  cycles: 60,
  run: async ({ cycles, tickets }) => {
    await using desk = await createLargeDesk(tickets);
    let met = 0;
    desk.proxy.take('delay');
    const agent = await desk.openConsole();
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await wait(randomMs(50, 1_200));
      if (await isBooting(agent)) met += 1;
      await agent.end('SIGKILL');
      await agent.start();
    }
    desk.proxy.take('open');
    return { ...(await desk.check(cycles)), note: `${met} in the snapshot` };
  },
};
