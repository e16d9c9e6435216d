import { settle } from '../virtual-time.ts';
import { pickRunning, type Action } from './action.ts';

const killConsole: Action = {
  name: 'kill-console',
  weight: 1.5,
  run: (world, rng) => pickRunning(world, rng)?.process?.kill(),
};

/** The console dies in the middle of something: between two statements, in a transaction or after one. */
const killConsoleSoon: Action = {
  name: 'kill-console-soon',
  weight: 2,
  run: (world, rng) => pickRunning(world, rng)?.process?.killAfterStatements(rng.below(60)),
};

/** The machine loses power: the replica's newest commits were not on the disk yet, the outbox's were. */
const powerCut: Action = {
  name: 'power-cut',
  weight: 1,
  run: (world, rng) => {
    const console = rng.pick(world.consoles);
    if (console === undefined) return;
    console.process?.kill();
    if (console.safeReplica !== null) console.replaceReplica(console.safeReplica);
    world.note(`${console.name} loses power`);
  },
};

/** What is in the replica's file now is on the disk: a power cut comes back to here. */
const flushReplica: Action = {
  name: 'flush-replica',
  weight: 2,
  run: ({ consoles }, rng) => {
    const console = rng.pick(consoles.filter(({ replicaDisk }) => !replicaDisk.isInTransaction));
    if (console !== undefined) console.safeReplica = console.replicaDisk.image();
  },
};

const startConsole: Action = {
  name: 'start-console',
  weight: 6,
  isVital: true,
  run: async (world, rng) => {
    const console = rng.pick(world.consoles.filter(({ process }) => process?.isAlive !== true));
    if (console === undefined) return;
    console.start();
    await settle();
  },
};

const killNode: Action = {
  name: 'kill-node',
  weight: 1,
  run: ({ node }) => node.process?.kill(),
};

/** The node dies in the middle of something: before a commit, after it, or before its answer left. */
const killNodeSoon: Action = {
  name: 'kill-node-soon',
  weight: 2,
  run: ({ node }, rng) => node.process?.killAfterStatements(rng.below(60)),
};

/** The node dies right before its next commit, or right after it and before anybody hears. */
const killNodeAtCommit: Action = {
  name: 'kill-node-at-commit',
  weight: 1.5,
  run: ({ node }, rng) => node.process?.killAtCommit(rng.chance(0.5) ? 'before' : 'after'),
};

const killConsoleAtCommit: Action = {
  name: 'kill-console-at-commit',
  weight: 1.5,
  run: (world, rng) => pickRunning(world, rng)?.process?.killAtCommit(rng.chance(0.5) ? 'before' : 'after'),
};

const startNode: Action = {
  name: 'start-node',
  weight: 6,
  isVital: true,
  run: async ({ node }) => {
    if (!node.isUp) await node.start();
  },
};

/** The replica's file is lost or spoilt: it is fetched anew. */
const loseReplica: Action = {
  name: 'lose-replica',
  weight: 1,
  run: (world, rng) => {
    const console = rng.pick(world.consoles);
    console?.process?.kill();
    console?.replaceReplica();
  },
};

export const processActions: readonly Action[] = [
  killConsole,
  killConsoleSoon,
  powerCut,
  flushReplica,
  startConsole,
  killNode,
  killNodeSoon,
  killNodeAtCommit,
  killConsoleAtCommit,
  startNode,
  loseReplica,
];
