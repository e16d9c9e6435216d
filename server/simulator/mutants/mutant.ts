import type { Seams } from '../seams.ts';

/** A protocol with one mistake in it. Only tests build worlds with one; the product has no switch for it. */
export interface Mutant {
  name: string;
  /** New for each world: what a mistake remembers belongs to that world. */
  seams: () => Seams;
}
