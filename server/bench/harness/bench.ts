import type { SeededDesk } from '../desk/seed-desk.ts';
import type { Figure } from './figure.ts';
import type { NodeProcess } from './node-process.ts';

/** How long things are measured. */
export interface Pace {
  readonly warmUpMs: number;
  readonly roundMs: number;
  readonly rounds: number;
}

/** What a suite works with. */
export interface Bench {
  readonly isQuick: boolean;
  readonly pace: Pace;
  /** The seeded desk in a folder of the caller's own, and a node on it. */
  startDesk: () => Promise<{ desk: SeededDesk; node: NodeProcess }>;
  /** A node on a desk that has none. */
  startNode: (desk: SeededDesk) => Promise<NodeProcess>;
  /** The seeded desk in a folder of its own, without a node. */
  copyDesk: () => SeededDesk;
  /** The same of the larger desk that `--large` asks for. */
  copyLargeDesk: () => Promise<SeededDesk>;
  /** A new, empty folder of this run. */
  folder: (name: string) => string;
}

/** One subject of measurement. A new one is a file in suites/ and a line in suites/suites.ts. */
export interface Suite {
  readonly name: string;
  /** Tickets on its desk in a full run, when it takes another one than the rest. */
  readonly tickets?: number;
  /** Runs with `--large` alone. */
  readonly isForLarge?: true;
  readonly run: (bench: Bench) => Promise<Figure[]>;
}
