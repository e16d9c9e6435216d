import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** A small desk and short rounds: proves that everything runs, measures little. */
  readonly isQuick: boolean;
  /** Suites to run; null for all. */
  readonly only: readonly string[] | null;
  /** Write a CPU profile of the node for each suite. */
  readonly isProfiled: boolean;
}

export const usage = `Usage: npm run bench -- [--quick] [--only name[,name]] [--profile]`;

/** @throws Error when the flags cannot be read; its message says why. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      profile: { type: 'boolean', default: false },
    },
  });
  return {
    isQuick: values.quick,
    only: values.only?.flatMap((names) => names.split(',')) ?? null,
    isProfiled: values.profile,
  };
}
