import type { InvariantName } from '../invariants/invariant.ts';
import type { Seams } from '../seams.ts';

/** A protocol with one mistake in it. Only tests build worlds with one; the product has no switch for it. */
export interface Mutant {
  name: string;
  /** A seed that found it, to begin with: what a seed draws changes with every new action. */
  foundBy: number;
  /** The promises by which it may be found out. */
  breaks: readonly InvariantName[];
  /** New for each world: what a mistake remembers belongs to that world. */
  seams: () => Seams;
}
