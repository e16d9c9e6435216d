import type { Outcome } from '#shared/protocol/sync.ts';
import type { Message } from '../network/channel.ts';
import type { Watched } from './watched.ts';
import type { Watcher } from './invariant.ts';

interface Decided {
  mid: number;
  status: Outcome['status'];
}

const statusOf = (outcome: string): Outcome['status'] => (JSON.parse(outcome) as Outcome).status;

/** What of an outcome never changes; a repeat under another number may name another `mid`. */
const essence = ({ status, refusal }: Outcome): string => JSON.stringify([status, refusal ?? null]);

/**
 * OneOutcome: a change has one outcome, whoever asks and however often. AckDurable: what was told to a console is
 * on the node's disk and stays there. ExactlyOnce: what was applied left its mark once, what was not left none.
 * ProgramOrder: what one console made took effect in the order in which it was made.
 */
export class Outcomes implements Watcher {
  readonly #world: Watched;
  #told = new Map<string, string>();
  #placeByKey: ReadonlyMap<string, { client_id: string; mid: number }> = new Map();

  constructor(world: Watched) {
    this.#world = world;
  }

  onSend(_userId: number, { kind, text }: Message): void {
    if (kind !== 'answer') return;
    const { value } = JSON.parse(text) as { value?: { outcomes?: Outcome[] } };
    for (const outcome of value?.outcomes ?? []) {
      const before = this.#told.get(outcome.key);
      const now = essence(outcome);
      if (before !== undefined && before !== now) {
        this.#world.report('OneOutcome', `change ${outcome.key} was told ${before}, then ${now}`);
      }
      this.#told.set(outcome.key, now);
    }
  }

  onRestore(): void {
    this.#told = new Map();
  }

  afterStep(): void {
    const { node, desk } = this.#world;
    if (node.disk.isInTransaction) return;
    const { outcomeByKey } = desk.state;
    for (const [key, told] of this.#told) {
      const stored = outcomeByKey.get(key);
      if (stored === undefined && this.#isForgotten(key)) this.#told.delete(key);
      else if (stored === undefined) {
        this.#world.report('AckDurable', `change ${key} was told ${told}, the node does not know it`);
      } else if (essence(JSON.parse(stored.outcome) as Outcome) !== told) {
        this.#world.report('OneOutcome', `change ${key} was told ${told}, the node has ${stored.outcome}`);
      }
    }
    this.#placeByKey = outcomeByKey;
  }

  /** The node may forget what its console has stored. */
  #isForgotten(key: string): boolean {
    const place = this.#placeByKey.get(key);
    const client = place === undefined ? undefined : this.#world.desk.state.clients.get(place.client_id);
    return place !== undefined && client !== undefined && client.acked_mid >= place.mid;
  }

  atRest(): void {
    const { node, consoles, desk } = this.#world;
    const marks = new Map<string, number>();
    const rows = node.disk.read<{ uid: string; id: number }>(
      'select uid, id from message union all select uid, id from activity',
    );
    for (const { uid } of rows) marks.set(uid, (marks.get(uid) ?? 0) + 1);
    for (const console of consoles) {
      for (const row of this.#world.outboxOf(console).kept) {
        const stored = desk.state.outcomeByKey.get(row.key);
        if (stored === undefined) continue;
        const wanted = statusOf(stored.outcome) === 'applied' ? 1 : 0;
        const found = marks.get(row.marker_uid) ?? 0;
        if (found !== wanted) {
          this.#world.report('ExactlyOnce', `${row.name} ${row.key} (${stored.outcome}) left ${found} marks`);
        }
      }
      this.#checkOrder(console.name, this.#world.outboxOf(console).kept);
    }
  }

  /** The log's numbers tell the order in which changes took effect. */
  #checkOrder(name: string, kept: readonly { key: string; name: string }[]): void {
    let last = 0;
    for (const row of kept) {
      const stored = this.#world.desk.state.outcomeByKey.get(row.key);
      if (stored === undefined || statusOf(stored.outcome) !== 'applied') continue;
      const { seq } = JSON.parse(stored.outcome) as Outcome & Decided;
      if (seq <= last)
        this.#world.report(
          'ProgramOrder',
          `${name}: ${row.name} ${row.key} took effect at ${seq}, after ${last}`,
        );
      last = seq;
    }
  }
}
