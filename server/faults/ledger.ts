/** What a writer was told about one thing that it wrote. */
export type Told = 'acknowledged' | 'refused' | 'unknown';

/** A key begins every text that is written, so that it can be counted afterwards: "#00000042". */
const keyLength = 9;

export const keyOf = (text: string): string => text.slice(0, keyLength);

/** Everything that was written, and what its writer was told: the yardstick at the end. */
export class Ledger {
  readonly #toldByKey = new Map<string, Told>();
  #next = 0;

  newKey(): string {
    return `#${String(this.#next++).padStart(keyLength - 1, '0')}`;
  }

  note(key: string, told: Told): void {
    this.#toldByKey.set(key, told);
  }

  count(told: Told): number {
    return [...this.#toldByKey.values()].filter((each) => each === told).length;
  }

  /** The keys whose writer was told otherwise than what the node holds. */
  compare({ timesByKey }: { timesByKey: ReadonlyMap<string, number> }): {
    lost: string[];
    doubled: string[];
    undead: string[];
  } {
    const entries = [...this.#toldByKey];
    const isThere = (key: string): boolean => (timesByKey.get(key) ?? 0) > 0;
    return {
      lost: entries.filter(([key, told]) => told === 'acknowledged' && !isThere(key)).map(([key]) => key),
      doubled: [...timesByKey].filter(([, times]) => times > 1).map(([key]) => key),
      undead: entries.filter(([key, told]) => told === 'refused' && isThere(key)).map(([key]) => key),
    };
  }
}
