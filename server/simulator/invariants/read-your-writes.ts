import type { Outcome } from '#shared/protocol/sync.ts';
import { isMoot } from './is-moot.ts';
import type { Watched } from './watched.ts';
import type { Watcher } from './invariant.ts';

/**
 * ReadYourWrites: what a console has been told is done stays in its picture, as a prediction or as the node's rows,
 * for as long as the ticket is there and whole.
 */
export class ReadYourWrites implements Watcher {
  readonly #world: Watched;

  constructor(world: Watched) {
    this.#world = world;
  }

  afterStep(): void {
    const { desk, consoles } = this.#world;
    for (const console of consoles) {
      const replica = this.#world.replicaOf(console);
      const outbox = this.#world.outboxOf(console);
      if (!replica.isChanged && !outbox.isChanged) continue;
      // A program that was killed rebuilds its predictions when it starts.
      if (replica.epoch !== desk.state.epoch || !console.isUp || console.hadDiskFault) continue;
      // A conversation that is still to be fetched says so.
      const held = new Set(replica.tickets.filter(({ isBare }) => isBare === 0).map((ticket) => ticket.uid));
      const done = outbox.kept.filter(
        (row) => (row.state === 'applied' || row.state === 'confirmed') && held.has(row.ticket_uid),
      );
      if (done.length === 0) continue;
      const shown = this.#world.shownOn(console);
      for (const row of done) {
        const stored = desk.state.outcomeByKey.get(row.key);
        const isApplied =
          stored !== undefined && (JSON.parse(stored.outcome) as Outcome).status === 'applied';
        if (isApplied && !shown.has(row.marker_uid) && !isMoot(console, row, replica.cursor ?? 0)) {
          this.#world.report(
            'ReadYourWrites',
            `${console.name}: ${row.name} ${row.key} (${row.state}) has vanished`,
          );
        }
      }
    }
  }
}
