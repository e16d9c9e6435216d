import type { Clock } from '../model/clock.ts';
import type { Op, Outcome } from '../protocol/sync.ts';
import { findAlerts, type Alert } from './alerts.ts';
import type { Changes } from './changes.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Outbox } from './outbox.ts';
import { applyOps, type ReplicaDb } from './truth.ts';

export interface ApplierDeps {
  db: ReplicaDb;
  outbox: Outbox;
  changes: Changes;
  clock: Clock;
  onAlerts: (alerts: readonly Alert[]) => void;
  onChanged: (ticketUids: readonly string[]) => void;
}

/** Takes in what the node sends: rows and cursor in one transaction, then the predictions that they touch. */
export class Applier {
  readonly #deps: ApplierDeps;

  constructor(deps: ApplierDeps) {
    this.#deps = deps;
  }

  /** Rows up to `cursor`. Only what happens while the agent is connected is worth an alert. */
  async applyRows(ops: readonly Op[], cursor: number, { isNews }: { isNews: boolean }): Promise<void> {
    const { db, outbox, changes } = this.#deps;
    const userId = outbox.identity?.user.id;
    if (userId === undefined) return;
    const applied = await db.transaction().execute(async (tx) => {
      const alerts = isNews ? await findAlerts(tx, ops, userId) : [];
      const touched = await applyOps(tx, ops);
      const { cursor: before } = await readMeta(tx);
      const reached = Math.max(cursor, before ?? 0);
      await writeMeta(tx, { cursor: reached });
      return { alerts, touched, reached };
    });
    const confirmed = await outbox.confirmUpTo(applied.reached);
    const predicted = new Set((await outbox.listPredicted()).map((kept) => kept.ticket_uid));
    const rebuilt = new Set([...confirmed, ...applied.touched.filter((uid) => predicted.has(uid))]);
    await changes.refresh([...rebuilt]);
    this.#deps.onChanged(applied.touched);
    if (applied.alerts.length > 0) this.#deps.onAlerts(applied.alerts);
  }

  /** What the node decided about this console's changes. */
  async applyOutcomes(outcomes: readonly Outcome[]): Promise<void> {
    const { db, outbox, changes } = this.#deps;
    const decided = await outbox.applyOutcomes(outcomes);
    const { cursor } = await readMeta(db);
    const confirmed = await outbox.confirmUpTo(cursor ?? 0);
    await changes.refresh([...new Set([...decided, ...confirmed])]);
  }

  /** Rebuilds every prediction, for a start after a stop at any moment and after rows came or went in bulk. */
  async rebuildAll(): Promise<void> {
    const { db, outbox, changes } = this.#deps;
    const overlaid = await db.selectFrom('ticket_overlay').select('uid').execute();
    const predicted = (await outbox.listPredicted()).map((kept) => kept.ticket_uid);
    await changes.refresh([...new Set([...overlaid.map((row) => row.uid), ...predicted])]);
  }
}
