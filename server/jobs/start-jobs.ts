import type { Services } from '../services.ts';
import { compact } from '../sync/compaction.service.ts';

const firstAfterMs = 5 * 60 * 1000;
const everyMs = 60 * 60 * 1000;

/** What the node does by itself while it runs. The answered function ends it, after what is under way. */
export function startJobs(services: Services, onError: (error: unknown) => void): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  let isStopped = false;
  const run = (): void => {
    underWay = compact(services).catch(onError);
    void underWay.then(() => {
      if (!isStopped) timer = setTimeout(run, everyMs);
    });
  };
  let timer = setTimeout(run, firstAfterMs);
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await underWay;
  };
}
