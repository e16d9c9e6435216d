import { consoleMutants } from './console-mutants.ts';
import type { Mutant } from './mutant.ts';
import { nodeMutants } from './node-mutants.ts';

/** Every mistake that the simulator has to find. */
export const mutants: readonly Mutant[] = [...nodeMutants, ...consoleMutants];
