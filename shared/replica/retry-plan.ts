import type { Connection, OfflineReason } from '../protocol/sync-status.ts';
import type { ReplicaHost } from './host.ts';
import { reconnectWaitMs } from './reconnect-wait.ts';

/** When a console out of touch with its node tries again, and since when it has been out of touch. */
export class RetryPlan {
  readonly #host: Pick<ReplicaHost, 'clock' | 'random' | 'timers'>;
  readonly #connect: () => void;
  #attempt = 0;
  #offlineSince: number | null = null;
  #cancel: () => void = () => {};

  constructor(host: Pick<ReplicaHost, 'clock' | 'random' | 'timers'>, connect: () => void) {
    this.#host = host;
    this.#connect = connect;
  }

  get isOffline(): boolean {
    return this.#offlineSince !== null;
  }

  /** The node answers: the next trouble begins with a short wait again. */
  succeed(): void {
    this.#attempt = 0;
  }

  /** Everything is here again. */
  endOffline(): void {
    this.#offlineSince = null;
  }

  cancel(): void {
    this.#cancel();
  }

  /** A wait for the next try, longer with each one. */
  nextWaitMs(): number {
    return reconnectWaitMs(this.#attempt++, this.#host.random);
  }

  /** Tries again after so long. @returns what is shown meanwhile */
  retryIn(waitMs: number, reason: OfflineReason): Connection {
    const now = this.#host.clock.now();
    this.#offlineSince ??= now;
    this.#cancel();
    this.#cancel = this.#host.timers.after(waitMs, this.#connect);
    return { state: 'offline', since: this.#offlineSince, retry_at: now + waitMs, reason };
  }
}
