import type { Bell } from './bell.ts';

/** Work that a running node does again and again. */
export interface Job {
  /** As the log names it when a run fails. */
  name: string;
  /** From the start of the node to the first run. */
  firstAfterMs: number;
  /** From the end of one run to the start of the next. */
  everyMs: number;
  run: () => Promise<void>;
  /** Starts the next run at once, or right after the present one. */
  bell?: Bell;
}

/**
 * Runs the job again and again, never twice at the same time; a fault costs one run alone. The answered function ends
 * it, after what is under way.
 */
export function startJob(job: Job, onError: (job: Job, error: unknown) => void): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  let isRunning = false;
  let isAskedAgain = false;
  let isStopped = false;
  const run = (): void => {
    isRunning = true;
    isAskedAgain = false;
    underWay = job.run().catch((error: unknown) => onError(job, error));
    void underWay.then(() => {
      isRunning = false;
      if (!isStopped) timer = setTimeout(run, isAskedAgain ? 0 : job.everyMs);
    });
  };
  const wake = (): void => {
    isAskedAgain = true;
    if (isRunning || isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(run, 0);
  };
  let timer = setTimeout(run, job.firstAfterMs);
  const unsubscribe = job.bell?.subscribe(wake);
  return async () => {
    isStopped = true;
    unsubscribe?.();
    clearTimeout(timer);
    await underWay;
  };
}
