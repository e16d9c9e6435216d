import type { Action } from './action.ts';

/** The node's disk is full after a few more writes: in the middle of a group, or at its commit. */
const fillNode: Action = {
  name: 'fill-node-disk',
  weight: 1,
  run: ({ node }, rng) => {
    node.disk.writesLeft = rng.below(30);
    node.hadDiskFault = true;
  },
};

const freeNode: Action = {
  name: 'free-node-disk',
  weight: 4,
  isVital: true,
  run: ({ node }) => {
    node.disk.writesLeft = null;
  },
};

/** A console's disk is full: it takes no change, and no row from the node. */
const fillConsole: Action = {
  name: 'fill-console-disk',
  weight: 1,
  run: ({ consoles }, rng) => {
    const console = rng.pick(consoles);
    if (console === undefined) return;
    const room = rng.below(30);
    console.hadDiskFault = true;
    console.outboxDisk.writesLeft = room;
    console.replicaDisk.writesLeft = room;
  },
};

const freeConsole: Action = {
  name: 'free-console-disk',
  weight: 4,
  isVital: true,
  run: ({ consoles }, rng) => rng.pick(consoles.filter(({ hadDiskFault }) => hadDiskFault))?.freeDisks(),
};

export const diskActions: readonly Action[] = [fillNode, freeNode, fillConsole, freeConsole];
