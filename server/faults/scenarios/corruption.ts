import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createFaultDesk } from '../fault-desk.ts';
import type { Scenario } from '../scenario.ts';
import { writeAtConsole, writeTickets } from '../writers.ts';

const pageBytes = 4_096;
const settleMs = 300;

/**
 * Pages of the replica are overwritten while the console is off, with changes kept that the node has not seen. The
 * replica is made anew; what was kept arrives.
 */
export const replicaIsCorrupt: Scenario = {
  name: 'console-corrupt',
  cycles: 30,
  run: async ({ cycles }) => {
    await using desk = await createFaultDesk();
    const agent = await desk.openConsole();
    const tickets = writeTickets(desk.node, desk.ledger, { writers: 4, textBytes: 2_000 });
    await wait(settleMs * 3);
    await tickets.stop();
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await agent.isCaughtUp();
      desk.proxy.take('cut');
      const writing = writeAtConsole(agent, desk.ledger, { writers: 1, textBytes: 200 });
      await wait(settleMs);
      await writing.stop();
      await agent.end('SIGTERM');
      overwritePages(join(agent.folder, 'replica.db'), 1 + (cycle % 8));
      desk.proxy.take('open');
      await agent.start();
    }
    return await desk.check(cycles);
  },
};

/** Spares the first page: a file without it is no database, which is easily seen. */
function overwritePages(file: string, count: number): void {
  const pages = Math.floor(statSync(file).size / pageBytes);
  const descriptor = openSync(file, 'r+');
  for (let index = 0; index < count; index += 1) {
    const page = 1 + Math.floor(Math.random() * (pages - 1));
    writeSync(descriptor, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, page * pageBytes);
  }
  closeSync(descriptor);
}
