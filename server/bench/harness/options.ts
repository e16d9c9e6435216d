import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** A small desk and short rounds: proves that everything runs, measures little. */
  readonly isQuick: boolean;
  /** Suites to run; null for all. */
  readonly only: readonly string[] | null;
  /** Compare with a desk of so many tickets, too, which takes a while to fill; null for no comparison. */
  readonly largeTickets: number | null;
  /** Write a CPU profile of the node for each suite. */
  readonly isProfiled: boolean;
}

export const defaultLargeTickets = 100_000;

export const usage = `Usage: npm run bench -- [--quick] [--large [--tickets N]] [--only name[,name]] [--profile]`;

/** @throws Error when the flags cannot be read; its message says why. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      large: { type: 'boolean', default: false },
      tickets: { type: 'string', default: String(defaultLargeTickets) },
      profile: { type: 'boolean', default: false },
    },
  });
  if (!/^[1-9]\d{3,7}$/.test(values.tickets)) throw new Error('--tickets must be a number from 1000 on');
  return {
    isQuick: values.quick,
    only: values.only?.flatMap((names) => names.split(',')) ?? null,
    largeTickets: values.large ? Number(values.tickets) : null,
    isProfiled: values.profile,
  };
}
