import type { SimConsole } from '../processes/sim-console.ts';
import type { Watched } from './watched.ts';
import { mayRead } from './desk-state.ts';
import type { Watcher } from './invariant.ts';
import type { ReplicaState } from './replica-state.ts';

/**
 * CursorDurable: with cursor c on the disk, every visible effect up to c is on it, too. BootComplete: the same, at the
 * moment a snapshot ends.
 */
export class CursorDurable implements Watcher {
  readonly #world: Watched;
  readonly #wasBooting = new Map<string, boolean>();

  constructor(world: Watched) {
    this.#world = world;
  }

  afterStep(): void {
    for (const console of this.#world.consoles) {
      const replica = this.#world.replicaOf(console);
      if (!replica.isChanged) continue;
      const name =
        this.#wasBooting.get(console.name) === true && !replica.isBooting ? 'BootComplete' : 'CursorDurable';
      this.#wasBooting.set(console.name, replica.isBooting);
      const gap = this.#findGap(console, replica);
      if (gap !== null) this.#world.report(name, `${console.name} at ${replica.cursor ?? '-'}: ${gap}`);
    }
  }

  #findGap(
    { userId }: SimConsole,
    { cursor, epoch, scope, isBooting, tickets }: ReplicaState,
  ): string | null {
    const { state } = this.#world.desk;
    const tokens = state.tokensByUser.get(userId) ?? new Set();
    if (cursor === null || epoch !== state.epoch || scope === null || cursor < state.minSeq) return null;
    // A snapshot of what was added to the scope leaves the cursor, and says that it is not done.
    if (isBooting) return null;
    if (scope.join(' ') !== [...tokens].join(' ')) return null;
    const held = new Map(tickets.map((ticket) => [ticket.uid, ticket]));
    for (const ticket of state.ticketByUid.values()) {
      if (ticket.seq > cursor) continue;
      const own = held.get(ticket.uid);
      if (!mayRead(tokens, ticket.tokens)) {
        if (own !== undefined) return `ticket ${ticket.uid} should be gone`;
      } else if (own === undefined) return `ticket ${ticket.uid} of ${ticket.seq} is missing`;
      else if (own.ver !== ticket.ver)
        return `ticket ${ticket.uid} is at version ${own.ver}, not ${ticket.ver}`;
      else if (own.isBare === 1) continue;
      else if (own.messages !== ticket.messages || own.activities !== ticket.activities) {
        return `ticket ${ticket.uid} has ${own.messages}+${own.activities} rows, not ${ticket.messages}+${ticket.activities}`;
      }
    }
    return null;
  }
}
