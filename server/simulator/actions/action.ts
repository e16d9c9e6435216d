import type { SimConsole } from '../processes/sim-console.ts';
import type { Rng } from '../random.ts';
import { settle } from '../virtual-time.ts';
import type { World } from '../world.ts';

/** One kind of thing that can happen to a world. */
export interface Action {
  name: string;
  /** How often it happens, beside the others; a seed makes some more frequent and leaves others out. */
  weight: number;
  /** Whether no seed may leave it out: without these nothing else would come of anything. */
  isVital?: boolean;
  /** Makes it happen, its details by the dice. Does nothing where it is not possible. */
  run: (world: World, rng: Rng) => Promise<void> | void;
}

/** One of the consoles that run. */
export function pickRunning(world: World, rng: Rng): SimConsole | undefined {
  return rng.pick(world.consoles.filter((console) => console.isUp));
}

/** Starts something on the node and lets it settle. It may fail: the disk may be full, the process be killed. */
export async function onNode(work: () => Promise<unknown>): Promise<void> {
  void work().catch(() => {});
  await settle();
}
