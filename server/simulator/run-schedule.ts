import { actionByName } from './actions/registry.ts';
import { consoleLimit, drawUser } from './actions/copy-actions.ts';
import { deskTemplate } from './desk.ts';
import type { Violation } from './invariants/invariant.ts';
import process from 'node:process';
import { Rng } from './random.ts';
import { bringToRest, signIn } from './rest.ts';
import type { Schedule } from './schedule.ts';
import type { Seams } from './seams.ts';
import { freshFiles } from './storage/fresh-files.ts';
import { World } from './world.ts';

export interface RunOptions {
  seams?: Seams;
  isLogged?: boolean;
}

export interface RunResult {
  violation: Violation | null;
  /** The same for every run of the same schedule. */
  traceHash: number;
  delivered: number;
  log: readonly string[];
}

/** Runs one schedule from a new world to its rest, or to the first breach of a promise. */
export async function runSchedule(schedule: Schedule, options: RunOptions = {}): Promise<RunResult> {
  await deskTemplate.stock(1);
  const consoles = Math.max(schedule.consoles, consoleLimit);
  for (const template of [freshFiles.outbox, freshFiles.replica]) await template.stock(consoles);
  const world = new World(schedule.seed, { desk: deskTemplate, files: freshFiles }, options);
  const onUnhandled = (error: unknown): void => world.report('NoFault', `nobody caught: ${String(error)}`);
  process.on('unhandledRejection', onUnhandled);
  try {
    await world.node.start();
    for (let index = 0; index < schedule.consoles; index++) world.addConsole(drawUser(world.rng)).start();
    await world.check();
    for (const console of world.consoles) signIn(console);
    if (schedule.isWarm) await bringToRest(world);
    for (const { action, dice } of schedule.steps) {
      if (world.violation !== null) break;
      world.note(action);
      await actionByName.get(action)?.run(world, new Rng(dice));
      await world.check();
    }
    if (world.violation === null) await bringToRest(world);
    if (world.violation === null) world.checkAtRest();
    const { violation, traceHash, network, log } = world;
    return { violation, traceHash, delivered: network.delivered, log: log ?? [] };
  } finally {
    process.off('unhandledRejection', onUnhandled);
    world.dispose();
  }
}
