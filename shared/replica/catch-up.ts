import { DeskError } from '../protocol/errors.ts';
import { unpackPulled } from '../protocol/pulled-rows.ts';
import { fetchLimit, type Frame, type Welcome } from '../protocol/sync.ts';
import type { Applier } from './applier.ts';
import { bootstrap } from './bootstrap.ts';
import type { ReplicaHost } from './host.ts';
import type { Lane } from './lane.ts';
import { readMeta } from './meta.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { ReplicaDb } from './tables.ts';

export interface CatchUpDeps {
  host: ReplicaHost;
  db: ReplicaDb;
  applier: Applier;
  session: SessionKeeper;
  lane: Lane;
  onChanged: () => void;
  onPurged: () => void;
  onProgress: (done: number, total: number) => void;
  /** Whether the connection that this belongs to is still the one in use. */
  isCurrent: () => boolean;
}

/** Frames kept while catching up; more than this and another pull is cheaper. */
const frameLimit = 256;

/** What one connection still has to fetch before frames may be applied as they come, and the frames until then. */
export class CatchUp {
  readonly #deps: CatchUpDeps;
  #frames: Frame[] = [];
  #mustPull = false;

  constructor(deps: CatchUpDeps) {
    this.#deps = deps;
  }

  get isNeeded(): boolean {
    return this.#mustPull || this.#deps.applier.gaps.size > 0;
  }

  askPull(): void {
    this.#mustPull = true;
  }

  /** Keeps a frame that came too early. */
  keep(frame: Frame): void {
    if (this.#frames.length < frameLimit) this.#frames.push(frame);
    else this.#mustPull = true;
  }

  /** The frames that came in the meantime, in order; those that a pull overtook say nothing new. */
  takeFrames(): Frame[] {
    return this.#frames.splice(0);
  }

  /** Takes everything anew, as `welcome` says. */
  async boot(welcome: Welcome): Promise<void> {
    const { host, onProgress, isCurrent } = this.#deps;
    host.log('info', 'Fetching everything', { reason: welcome.reason ?? 'unknown' });
    onProgress(0, 0);
    const { transport, clock, timers } = host;
    const repredict = (uids: readonly string[] | null): Promise<void> => this.#deps.applier.rebuild(uids);
    await bootstrap({ ...this.#deps, transport, clock, timers, repredict }, welcome, isCurrent);
    this.#mustPull = true;
  }

  /**
   * Fetches until nothing is missing. Stops early, without a word, when the connection is another one.
   * @throws DeskError when the node does not answer
   */
  async run(how: { isNews: boolean; wasAway: boolean }): Promise<void> {
    while (this.isNeeded && this.#deps.isCurrent()) {
      if (this.#deps.applier.gaps.size > 0) await this.#fetch();
      else await this.#pull(how);
    }
  }

  async #fetch(): Promise<void> {
    const { host, lane, applier, isCurrent } = this.#deps;
    const tickets = [...applier.gaps].slice(0, fetchLimit);
    host.log('info', 'Fetching tickets of which a version is missing', { count: tickets.length });
    const fetched = await host.transport.fetch({ tickets });
    if (!isCurrent()) return;
    if (!fetched.ok) throw DeskError.from(fetched.error);
    await lane(() => applier.applyFetched(tickets, fetched.value.ops));
    // The cursor has waited for these tickets.
    this.#mustPull = true;
  }

  async #pull(how: { isNews: boolean; wasAway: boolean }): Promise<void> {
    const { db, host, lane, applier, isCurrent } = this.#deps;
    this.#mustPull = false;
    const { cursor } = await readMeta(db);
    const pulled = await host.transport.pull({ cursor: cursor ?? 0 });
    if (!isCurrent()) return;
    if (!pulled.ok) throw DeskError.from(pulled.error);
    await lane(() => applier.applyPulled(unpackPulled(pulled.value), how));
  }
}
