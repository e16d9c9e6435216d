import type { Token } from '#shared/model/permissions.ts';
import type { Op } from '#shared/protocol/sync.ts';

/** What one committed change means for consoles. */
export interface CommittedChange {
  /** The change log's head after it. */
  seq: number;
  /** Who may see the rows now: they are sent `ops`. */
  tokens: readonly Token[];
  /** Who could see them before: whoever lost sight is sent `gone`. */
  prevTokens: readonly Token[];
  ops: readonly Op[];
  gone: Op;
}

export type ChangeListener = (change: CommittedChange) => void;

/** Carries committed changes from the services to whoever sends them out. Listeners run in commit order. */
export class ChangeFeed {
  readonly #listeners = new Set<ChangeListener>();
  readonly #scopeListeners = new Set<(userId: number) => void>();
  readonly #capacityListeners = new Set<() => void>();

  publish(change: CommittedChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What this user may see or do is different from now on: role, department, activity or approval changed. */
  publishScopeChange(userId: number): void {
    for (const listener of this.#scopeListeners) listener(userId);
  }

  subscribeScopes(listener: (userId: number) => void): () => void {
    this.#scopeListeners.add(listener);
    return () => this.#scopeListeners.delete(listener);
  }

  /** An agent takes more or fewer tickets from now on; consoles are not told of that. */
  publishCapacity(): void {
    for (const listener of this.#capacityListeners) listener();
  }

  subscribeCapacity(listener: () => void): () => void {
    this.#capacityListeners.add(listener);
    return () => this.#capacityListeners.delete(listener);
  }
}
