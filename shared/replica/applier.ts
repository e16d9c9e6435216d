import type { Clock } from '../model/clock.ts';
import type { PulledOps } from '../protocol/pulled-rows.ts';
import type { Frame, Op, Outcome } from '../protocol/sync.ts';
import { findAlerts, type Alert } from './alerts.ts';
import { findAway, type Away } from './away.ts';
import { endBare } from './bare-tickets.ts';
import type { Changes } from './changes.ts';
import { ticketsOf, type Decided } from './kept-outcomes.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Outbox } from './outbox.ts';
import { hasArrived, isShown } from './overlay.ts';
import type { ReplicaDb } from './tables.ts';
import { applyOps } from './truth.ts';

export interface ApplierDeps {
  db: ReplicaDb;
  outbox: Outbox;
  changes: Changes;
  away: Away;
  clock: Clock;
  onAlerts: (alerts: readonly Alert[]) => void;
  onChanged: (ticketUids: readonly string[]) => void;
  /** Rows that hang on no ticket changed. */
  onLoose: () => void;
  /** Something was taken off this computer. */
  onPurged: () => void;
}

interface Applying {
  cursor: number | null;
  /** Whether it happens while the agent is there. */
  isNews: boolean;
  /** Whether it is what happened while this console was away. */
  wasAway?: boolean;
  /** Whether the tickets come with all that hangs on them. */
  areWhole?: boolean;
}

/** Takes in what the node sends: rows and cursor in one transaction, then the predictions that they touch. */
export class Applier {
  readonly #deps: ApplierDeps;
  readonly #gaps = new Set<string>();

  constructor(deps: ApplierDeps) {
    this.#deps = deps;
  }

  /** Tickets that must be fetched before any cursor may move on. */
  get gaps(): ReadonlySet<string> {
    return this.#gaps;
  }

  /** A frame. One that is here already, because a pull overtook it, says nothing new. */
  async applyFrame({ ops, to }: Frame): Promise<void> {
    const { cursor } = await readMeta(this.#deps.db);
    if (to > (cursor ?? 0)) await this.#apply(ops, { cursor: to, isNews: true });
  }

  /** Rows that were pulled: everything up to `cursor`. Only what happens while the agent is there is news. */
  applyPulled({ ops, cursor }: PulledOps, how: { isNews: boolean; wasAway: boolean }): Promise<void> {
    return this.#apply(ops, { cursor, ...how });
  }

  /** Tickets that are not what they should be. */
  addGaps(uids: readonly string[]): void {
    for (const uid of uids) this.#gaps.add(uid);
  }

  /** Whole tickets that were asked for; they close the gaps. The cursor stays. */
  async applyFetched(uids: readonly string[], ops: readonly Op[]): Promise<void> {
    for (const uid of uids) this.#gaps.delete(uid);
    await this.#apply(ops, { cursor: null, isNews: false, areWhole: true });
  }

  async #apply(
    ops: readonly Op[],
    { cursor, isNews, wasAway = false, areWhole = false }: Applying,
  ): Promise<void> {
    const { db, outbox, changes, away } = this.#deps;
    const userId = outbox.identity?.user.id;
    if (userId === undefined) return;
    const { alerts, missed, touched, reached, hasLoose, hasPurged } = await db
      .transaction()
      .execute(async (tx) => {
        const found = isNews ? await findAlerts(tx, ops, userId) : [];
        const missed = wasAway ? await findAway(tx, ops, userId) : [];
        const applied = await applyOps(tx, ops, { areWhole });
        for (const uid of applied.gaps) this.#gaps.add(uid);
        if (areWhole) await endBare(tx, applied.touched);
        const { cursor: before } = await readMeta(tx);
        // A cursor says that everything before it is here.
        const next = cursor === null || this.#gaps.size > 0 ? 0 : cursor;
        const highest = Math.max(next, before ?? 0);
        if (highest !== before) await writeMeta(tx, { cursor: highest });
        return { ...applied, alerts: found, missed, reached: highest };
      });
    away.add(missed);
    const confirmed = await outbox.confirmUpTo(reached);
    const predicted = await outbox.listPredictedTickets();
    const rebuilt = new Set([...confirmed, ...touched.filter((uid) => predicted.has(uid))]);
    await changes.refresh([...rebuilt]);
    if (hasPurged) this.#deps.onPurged();
    if (hasLoose) this.#deps.onLoose();
    this.#deps.onChanged(touched);
    if (alerts.length > 0) this.#deps.onAlerts(alerts);
  }

  /** What the node decided about this console's changes. */
  async applyOutcomes(outcomes: readonly Outcome[]): Promise<void> {
    const { db, outbox, changes } = this.#deps;
    const decided = await outbox.applyOutcomes(outcomes);
    const { cursor } = await readMeta(db);
    const confirmed = await outbox.confirmUpTo(cursor ?? 0);
    const repredicted = [...decided.refused, ...(await this.#listHidden(decided.carriedOut))];
    await changes.refresh([...new Set([...ticketsOf(repredicted), ...confirmed])]);
    this.#deps.onChanged(decided.tickets);
  }

  /** What is carried out is predicted without conditions, and as before unless they had left it out of the picture. */
  async #listHidden(carriedOut: Decided['carriedOut']): Promise<Decided['carriedOut']> {
    const hidden: Decided['carriedOut'] = [];
    for (const change of carriedOut) if (!(await isShown(this.#deps.db, change))) hidden.push(change);
    return hidden;
  }

  /** Rebuilds the predictions on these tickets, or all of them. */
  async rebuild(uids: readonly string[] | null): Promise<void> {
    if (uids === null) return this.rebuildAll();
    const { outbox, changes } = this.#deps;
    const predicted = await outbox.listPredictedTickets();
    await changes.refresh(uids.filter((uid) => predicted.has(uid)));
  }

  /**
   * The replica's file may have lost its newest rows to a power cut, which the outbox never does: changes that were
   * confirmed by rows that are gone again are predicted until the rows come back.
   */
  async recallLostRows(): Promise<void> {
    const { db, outbox } = this.#deps;
    const { cursor } = await readMeta(db);
    if (cursor === null) return;
    const lost: number[] = [];
    for (const kept of await outbox.listConfirmedBeyond(cursor)) {
      if (!(await hasArrived(db, kept))) lost.push(kept.id);
    }
    await outbox.unconfirm(lost);
  }

  /** Rebuilds every prediction, for a start after a stop at any moment and after rows came or went in bulk. */
  async rebuildAll(): Promise<void> {
    const { db, outbox, changes } = this.#deps;
    const overlaid = await db.selectFrom('ticket_overlay').select('uid').execute();
    const predicted = await outbox.listPredictedTickets();
    await changes.refresh([...new Set([...overlaid.map((row) => row.uid), ...predicted])]);
  }
}
