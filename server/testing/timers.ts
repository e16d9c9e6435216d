import type { ReplicaHost } from '#shared/replica/host.ts';

/** The system's timers, as a console's host hands them in. */
export const systemTimers: ReplicaHost['timers'] = {
  after: (waitMs, work) => {
    const timer = setTimeout(work, waitMs);
    return () => clearTimeout(timer);
  },
};
