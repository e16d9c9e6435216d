import { settle } from '../virtual-time.ts';
import type { Action } from './action.ts';

const pass = (name: string, weight: number, longestMs: number): Action => ({
  name,
  weight,
  isVital: true,
  run: ({ time }, rng) => time.pass(1 + rng.below(longestMs), settle),
});

const hourMs = 60 * 60 * 1000;

/** A console's clock is set to another time, either way. */
const skewConsole: Action = {
  name: 'skew-console',
  weight: 1,
  run: ({ consoles }, rng) => {
    const console = rng.pick(consoles);
    if (console === undefined) return;
    console.machine.skewMs = (rng.below(480) - 240) * hourMs;
    console.notes.mayForget = true;
  },
};

/** The node's clock is set to another time. Not by weeks: what ended long ago leaves the working set. */
const skewNode: Action = {
  name: 'skew-node',
  weight: 1,
  run: ({ node }, rng) => {
    node.machine.skewMs = (rng.below(12) - 6) * hourMs;
  },
};

export const timeActions: readonly Action[] = [
  pass('pass-moment', 10, 120),
  pass('pass-seconds', 5, 20_000),
  pass('pass-minutes', 1, 20 * 60_000),
  skewConsole,
  skewNode,
];
