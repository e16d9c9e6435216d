/** A node that was asked to stop is gone after this, whatever still hangs. Changes that were answered are on disk. */
const deadlineMs = 4_500;
const parentCheckMs = 500;

/**
 * Ends the process in good order on SIGTERM, SIGINT and SIGHUP, and, when it is tied to it, with the process that
 * started it. A repeated signal changes nothing: a terminal's Ctrl-C often arrives twice.
 */
export function stopOnSignals(
  stop: () => Promise<void>,
  { isTiedToParent }: { isTiedToParent: boolean },
): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), deadlineMs).unref();
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  if (isTiedToParent) endWithParent(end);
}

/** The parent's channel, when there is one, tells at once; a parent that was killed shows by its number changing. */
function endWithParent(end: () => void): void {
  process.once('disconnect', end);
  const parentId = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parentId) return;
    clearInterval(timer);
    end();
  }, parentCheckMs);
  timer.unref();
}
