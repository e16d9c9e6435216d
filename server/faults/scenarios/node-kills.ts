import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTestFolder } from '../../testing/test-folder.ts';
import { readNode, readSchema } from '../desk-rows.repo.ts';
import { createFaultDesk, type FaultDesk } from '../fault-desk.ts';
import { FaultyNode } from '../faulty-node.ts';
import { randomMs, type Scenario } from '../scenario.ts';
import { writeAtConsole, writeTickets } from '../writers.ts';

const load = { writers: 8, textBytes: 200 };
/** Long texts fill the log of pages, which a checkpoint then empties. */
const heavyLoad = { writers: 8, textBytes: 45_000 };
const checkpointWithinMs = 20_000;

/** kill -9 while tickets come in over HTTP and a console sends what it keeps. */
export const nodeKilledUnderLoad: Scenario = {
  name: 'node-kill-load',
  cycles: 150,
  run: async ({ cycles }) => {
    await using desk = await createFaultDesk();
    const agent = await desk.openConsole();
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const tickets = writeTickets(desk.node, desk.ledger, load);
      const notes = writeAtConsole(agent, desk.ledger, { writers: 2, textBytes: 200 });
      await wait(randomMs(100, 700));
      await desk.node.kill();
      await Promise.all([tickets.stop(), notes.stop()]);
      await desk.node.start();
    }
    return await desk.check(cycles);
  },
};

/** kill -9 at the first sign of a checkpoint: nothing else writes to the database's own file. */
export const nodeKilledInCheckpoint: Scenario = {
  name: 'node-kill-checkpoint',
  cycles: 30,
  run: async ({ cycles }) => {
    await using desk = await createFaultDesk();
    let met = 0;
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const tickets = writeTickets(desk.node, desk.ledger, heavyLoad);
      if (await waitForCheckpoint(desk)) met += 1;
      await desk.node.kill();
      await tickets.stop();
      await desk.node.start();
    }
    return { ...(await desk.check(cycles)), note: `${met} in a checkpoint` };
  },
};

async function waitForCheckpoint({ node }: FaultDesk): Promise<boolean> {
  const file = join(node.dataDir, 'waypost.sqlite');
  const before = statSync(file).mtimeMs;
  const deadline = Date.now() + checkpointWithinMs;
  while (Date.now() < deadline) {
    if (statSync(file).mtimeMs !== before) return true;
    await wait(1);
  }
  return false;
}

/** kill -9 while a new desk gets its tables, and again, until one start is left alone. */
export const nodeKilledInMigration: Scenario = {
  name: 'node-kill-migration',
  cycles: 60,
  run: async ({ cycles }) => {
    using model = createTestFolder();
    const whole = await FaultyNode.create(model.path);
    await whole.start();
    await whole.kill();
    const schema = readSchema(model.path);
    const faults: string[] = [];
    let met = 0;
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      using folder = createTestFolder();
      const node = await FaultyNode.create(join(folder.path, 'node'));
      if (await killInMigration(node)) met += 1;
      try {
        await node.start();
        if (readSchema(node.dataDir) !== schema) faults.push(`cycle ${cycle}: another schema`);
        faults.push(...readNode(node.dataDir).faults);
      } catch (error) {
        faults.push(`cycle ${cycle}: ${String(error)}`);
      } finally {
        await node.kill();
      }
    }
    const nothing = { acknowledged: 0, refused: 0, unknown: 0, lost: 0, doubled: 0, undead: 0 };
    return { cycles, ...nothing, faults, note: `${met} before it was ready` };
  },
};

async function killInMigration(node: FaultyNode): Promise<boolean> {
  const running = node.launch();
  const log = join(node.dataDir, 'waypost.sqlite-wal');
  while (!existsSync(log) && running.child.exitCode === null) await wait(1);
  await wait(randomMs(0, 25));
  const isBefore = !running.output().includes('is ready');
  await node.kill();
  return isBefore;
}
