import type { RandomBytes } from '#shared/model/clock.ts';

/** Repeatable randomness: the same seed throws the same desk (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 up to, and not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A number from the range. */
  between(min: number, max: number): number {
    return min + this.next() * (max - min);
  }

  /** A whole number from the range, both ends included. */
  whole(min: number, max: number): number {
    return Math.floor(this.between(min, max + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from');
    return item;
  }

  /** One of the names, each as likely as its weight says. */
  pickWeighted<Name extends string>(weightByName: Readonly<Record<Name, number>>): Name {
    const entries = Object.entries<number>(weightByName) as [Name, number][];
    let rest = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      rest -= weight;
      if (rest < 0) return name;
    }
    throw new Error('No weight is above zero');
  }

  readonly bytes: RandomBytes = (length) => Uint8Array.from({ length }, () => this.whole(0, 255));
}
