import { DeskError } from '#shared/protocol/errors.ts';

/** Lets only so many works run at once; whoever finds it full is told when to come back. */
export function createGate(
  limit: number,
  retryAfterMs: number,
): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let running = 0;
  return async (work) => {
    if (running >= limit) throw new DeskError('unavailable', 'Too many at once', { retryAfterMs });
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
    }
  };
}
