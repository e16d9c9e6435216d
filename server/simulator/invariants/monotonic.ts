import type { Watched } from './watched.ts';
import type { Watcher } from './invariant.ts';

/** Monotonic: cursors, mutation numbers, the log and the versions of rows never go back, except after a restore. */
export class Monotonic implements Watcher {
  readonly #world: Watched;
  readonly #numbers = new Map<string, number>();

  constructor(world: Watched) {
    this.#world = world;
  }

  onRestore(): void {
    this.#numbers.clear();
  }

  afterStep(): void {
    const { state } = this.#world.desk;
    this.#see(`${state.epoch} head`, state.head);
    for (const [id, { last_mid, acked_mid }] of state.clients) {
      this.#see(`${state.epoch} client ${id} last_mid`, last_mid);
      this.#see(`${state.epoch} client ${id} acked_mid`, acked_mid);
    }
    for (const console of this.#world.consoles) {
      const replica = this.#world.replicaOf(console);
      if (!replica.isChanged) continue;
      const { cursor, epoch } = replica;
      const copy = `${console.name}#${console.copies} ${epoch ?? ''}`;
      if (cursor !== null) this.#see(`${copy} cursor`, cursor);
      for (const { uid, ver } of replica.tickets) this.#see(`${copy} ticket ${uid}`, ver);
    }
  }

  #see(what: string, value: number): void {
    const before = this.#numbers.get(what);
    if (before !== undefined && value < before) {
      this.#world.report('Monotonic', `${what} went back from ${before} to ${value}`);
    }
    this.#numbers.set(what, value);
  }
}
