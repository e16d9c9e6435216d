import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createFaultDesk } from '../fault-desk.ts';
import { randomMs, type Scenario } from '../scenario.ts';
import { writeAtConsole } from '../writers.ts';

const checkpointWithinMs = 5_000;

/** kill -9 while an agent types and the console sends. */
export const consoleKilledMidPush: Scenario = {
  name: 'console-kill-push',
  cycles: 200,
  run: async ({ cycles }) => {
    await using desk = await createFaultDesk();
    const agent = await desk.openConsole();
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const writing = writeAtConsole(agent, desk.ledger, { writers: 4, textBytes: 200 });
      await wait(randomMs(20, 500));
      await agent.end('SIGKILL');
      await writing.stop();
      await agent.start();
    }
    return await desk.check(cycles);
  },
};

/** kill -9 at the first sign of a checkpoint of either file. */
export const consoleKilledInCheckpoint: Scenario = {
  name: 'console-kill-checkpoint',
  cycles: 100,
  run: async ({ cycles }) => {
    await using desk = await createFaultDesk();
    const agent = await desk.openConsole();
    let met = 0;
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const writing = writeAtConsole(agent, desk.ledger, { writers: 4, textBytes: 2_000 });
      // What opening the files brings would be met each time.
      await wait(randomMs(100, 600));
      if (await waitForCheckpoint(agent.folder)) met += 1;
      await agent.end('SIGKILL');
      await writing.stop();
      await agent.start();
    }
    return { ...(await desk.check(cycles)), note: `${met} in a checkpoint` };
  },
};

async function waitForCheckpoint(folder: string): Promise<boolean> {
  const files = ['outbox.db', 'replica.db']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file));
  const changed = (): string => files.map((file) => statSync(file).mtimeMs).join(' ');
  const before = changed();
  const deadline = Date.now() + checkpointWithinMs;
  while (Date.now() < deadline) {
    if (changed() !== before) return true;
    await wait(1);
  }
  return false;
}
