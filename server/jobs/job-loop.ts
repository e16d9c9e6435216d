/** Work that a running node does again and again. */
export interface Job {
  /** As the log names it when a run fails. */
  name: string;
  /** From the start of the node to the first run. */
  firstAfterMs: number;
  /** From the end of one run to the start of the next. */
  everyMs: number;
  run: () => Promise<void>;
}

/**
 * Runs the job again and again, never twice at the same time; a fault costs one run alone. The answered function ends
 * it, after what is under way.
 */
export function startJob(job: Job, onError: (job: Job, error: unknown) => void): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  let isStopped = false;
  const run = (): void => {
    underWay = job.run().catch((error: unknown) => onError(job, error));
    void underWay.then(() => {
      if (!isStopped) timer = setTimeout(run, job.everyMs);
    });
  };
  let timer = setTimeout(run, job.firstAfterMs);
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await underWay;
  };
}
