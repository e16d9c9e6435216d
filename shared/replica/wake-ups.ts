import type { Clock } from '../model/clock.ts';
import { coalesce } from './coalesce.ts';
import type { Timers } from './host.ts';
import type { ReplicaDb } from './tables.ts';
import { nextWakeUp } from './view-queries.ts';

export interface WakeUpsDeps {
  db: ReplicaDb;
  clock: Clock;
  timers: Timers;
  /** A snooze has ended: lists and counts are different although no row changed. */
  onWake: () => void;
  onError: (error: unknown) => void;
}

/** Changes come in bursts; nobody waits for a snooze to this exactness. */
const settleMs = 500;
/** What ends later than this is looked at again with some change before then. */
const horizonMs = 24 * 60 * 60 * 1000;

/** Keeps one timer, for the next snooze that ends. To be asked whenever tickets may have changed. */
export function followWakeUps({ db, clock, timers, onWake, onError }: WakeUpsDeps): {
  ask: () => void;
  stop: () => void;
} {
  let cancel: () => void = () => undefined;
  let isStopped = false;
  const follower = coalesce(
    timers,
    settleMs,
    async () => {
      const now = clock.now();
      const at = await nextWakeUp(db, now);
      cancel();
      if (isStopped || at === null || at - now > horizonMs) return;
      cancel = timers.after(at - now, () => {
        onWake();
        follower.ask();
      });
    },
    onError,
  );
  return {
    ask: () => follower.ask(),
    stop: () => {
      isStopped = true;
      follower.stop();
      cancel();
    },
  };
}
