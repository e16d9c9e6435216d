import type { Timers } from './host.ts';

/** Runs `work` soon after it was asked for, once for however many askings; `stop` ends it for good. */
export function coalesce(
  timers: Timers,
  waitMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): { ask: () => void; stop: () => void } {
  let cancel: (() => void) | null = null;
  let isStopped = false;
  return {
    ask: () => {
      if (isStopped || cancel !== null) return;
      cancel = timers.after(waitMs, () => {
        cancel = null;
        work().catch((error: unknown) => {
          if (!isStopped) onError(error);
        });
      });
    },
    stop: () => {
      isStopped = true;
      cancel?.();
    },
  };
}
