/** Runs works one after the other, in the order they were handed in. */
export type Lane = <Value>(work: () => Promise<Value>) => Promise<Value>;

/**
 * One lane for everything that changes the console's picture: what was read at the start of a work is still true at
 * its end. A work must not hand in another one and wait for it.
 */
export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
