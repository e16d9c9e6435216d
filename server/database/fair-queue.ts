/** A queue of queues: each turn has its own order, and the turns are served one item each, around and around. */
export class FairQueue<Item> {
  /** A Map keeps the order of insertion: the turn that was just served goes to the end. */
  readonly #itemsByTurn = new Map<string, Item[]>();

  get isEmpty(): boolean {
    return this.#itemsByTurn.size === 0;
  }

  push(turn: string, item: Item): void {
    const items = this.#itemsByTurn.get(turn);
    if (items === undefined) this.#itemsByTurn.set(turn, [item]);
    else items.push(item);
  }

  shift(): Item | undefined {
    const [next] = this.#itemsByTurn;
    if (next === undefined) return undefined;
    const [turn, items] = next;
    const item = items.shift();
    this.#itemsByTurn.delete(turn);
    if (items.length > 0) this.#itemsByTurn.set(turn, items);
    return item;
  }

  takeAll(): Item[] {
    const all = [...this.#itemsByTurn.values()].flat();
    this.#itemsByTurn.clear();
    return all;
  }
}
