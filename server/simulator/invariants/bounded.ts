import { pushLimit } from '#shared/protocol/sync.ts';
import { repeatedId } from '../network/channel.ts';
import type { Watched } from './watched.ts';
import type { Watcher } from './invariant.ts';

/** Questions that one connection may have under way: opening, hello, a push, a pull, and one that timed out of each. */
const askedLimit = 8;

/** Bounded: a connection never has more than a few questions under way, nor a push more than its limit. */
export class Bounded implements Watcher {
  readonly #world: Watched;

  constructor(world: Watched) {
    this.#world = world;
  }

  afterStep(): void {
    for (const { owner, toNode } of this.#world.network.channels) {
      // What the network repeats by itself is nothing that the console asked.
      const asked = toNode.filter(({ id }) => id !== repeatedId).length;
      if (asked > askedLimit) {
        this.#world.report('Bounded', `${owner} asks ${asked} questions at once`);
      }
      for (const { kind, text } of toNode) {
        if (kind !== 'push') continue;
        const { mutations } = JSON.parse(text) as { mutations: unknown[] };
        if (mutations.length > pushLimit)
          this.#world.report('Bounded', `${owner} pushes ${mutations.length} changes`);
      }
    }
  }
}
