/**
 * Handles what waits, a batch at a time, until nothing waits any more or `signal` ends it; what was begun is finished.
 * `handle` settles each item or puts it off, or it would come again at once.
 */
export async function workOff<Item>(
  signal: AbortSignal,
  listWaiting: () => Promise<readonly Item[]>,
  handle: (item: Item) => Promise<void>,
): Promise<void> {
  let waiting: readonly Item[];
  do {
    waiting = await listWaiting();
    await Promise.all(waiting.map(handle));
  } while (waiting.length > 0 && !signal.aborted);
}
