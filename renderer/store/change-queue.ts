import type { ConsoleEventData } from '#shared/protocol/ipc.ts';

export type Changed = ConsoleEventData<'changed'>;

/** Two changes that wait together count as one. */
export function mergeChanged(a: Changed | null, b: Changed): Changed {
  if (a === null) return b;
  return { tickets: [...new Set([...a.tickets, ...b.tickets])], is_reset: a.is_reset || b.is_reset };
}

/** About a frame. Frames themselves will not do, because hidden windows have none. */
export const frameMs = 16;

/**
 * Gathers bursts of changes: `apply` runs at once, then after each wait with everything that came in meanwhile, and never
 * twice at once.
 */
export function createChangeQueue(
  after: (waitMs: number, work: () => void) => () => void,
  apply: (changed: Changed) => Promise<void>,
  waitMs: () => number,
): (changed: Changed) => void {
  let waiting: Changed | null = null;
  let isBusy = false;

  async function run(): Promise<void> {
    try {
      while (waiting !== null) {
        const changed: Changed = waiting;
        waiting = null;
        await apply(changed);
        await new Promise<void>((resolve) => after(waitMs(), resolve));
      }
    } finally {
      isBusy = false;
    }
  }

  return (changed) => {
    waiting = mergeChanged(waiting, changed);
    if (isBusy) return;
    isBusy = true;
    void run();
  };
}
