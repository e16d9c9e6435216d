import type { Clock } from '#shared/model/clock.ts';
import type { Timers } from '#shared/replica/host.ts';
import type { Process } from './processes/process.ts';

interface Planned {
  at: number;
  order: number;
  work: () => void;
}

/** Any moment will do; a fixed one keeps schedules the same from day to day. */
const epochMs = Date.UTC(2026, 5, 1, 8);

/** The one time of a simulated world. It passes only when the schedule says so. */
export class VirtualTime {
  nowMs = 0;
  #order = 0;
  readonly #planned = new Set<Planned>();

  /** Timers of one process: they end with it. */
  timersOf(process: Process): Timers {
    return {
      after: (waitMs, work) => {
        const planned: Planned = {
          at: this.nowMs + Math.max(0, waitMs),
          order: this.#order++,
          work: () => {
            if (process.isAlive) work();
          },
        };
        this.#planned.add(planned);
        return () => void this.#planned.delete(planned);
      },
    };
  }

  /** A machine's own wall clock: `skew` may jump, time itself never does. */
  clockOf(machine: { skewMs: number }): Clock {
    return { now: () => epochMs + Math.floor(this.nowMs) + machine.skewMs };
  }

  /** When the next timer is due; null when none is set. */
  get nextAt(): number | null {
    return this.#next()?.at ?? null;
  }

  #next(): Planned | undefined {
    let first: Planned | undefined;
    for (const planned of this.#planned) {
      if (
        first === undefined ||
        planned.at < first.at ||
        (planned.at === first.at && planned.order < first.order)
      )
        first = planned;
    }
    return first;
  }

  /** Lets this much time pass; what falls due runs in its order, each to its end. */
  async pass(waitMs: number, settle: () => Promise<void>): Promise<void> {
    const until = this.nowMs + waitMs;
    for (let next = this.#next(); next !== undefined && next.at <= until; next = this.#next()) {
      this.#planned.delete(next);
      this.nowMs = Math.max(this.nowMs, next.at);
      next.work();
      await settle();
    }
    this.nowMs = until;
  }
}

/**
 * Waits until nothing is left to do without an outside event. Everything simulated settles in microtasks (SQLite is
 * synchronous here, and the network only moves when it is told to), and an immediate runs once none is left.
 */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
