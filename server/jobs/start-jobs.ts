import type { Services } from '../services.ts';
import { compact } from '../sync/compaction.service.ts';
import type { Bell } from './bell.ts';
import { startJob, type Job } from './job-loop.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;

/** What waits to be worked off: looked at every second, and at once when something rings. */
function queuesOf(services: Services): Job[] {
  const queue = (name: string, run: () => Promise<void>, bell?: Bell): Job => ({
    name,
    firstAfterMs: secondMs,
    everyMs: secondMs,
    run,
    ...(bell === undefined ? {} : { bell }),
  });
  return [
    queue('delivery', () => services.delivery.run(), services.deliveryBell),
    queue('inbound', () => services.inbound.run(), services.inboundBell),
    queue('media', () => services.mediaFetcher.run(), services.mediaBell),
    queue('webhooks', () => services.webhookDelivery.run()),
    { name: 'telegram', firstAfterMs: 0, everyMs: secondMs, run: () => services.telegramPoller.run() },
    {
      name: 'imports',
      firstAfterMs: 2 * secondMs,
      everyMs: minuteMs,
      run: () => services.importRunner.run(),
      bell: services.importBell,
    },
  ];
}

/** What keeps the desk in order. */
function choresOf(services: Services): Job[] {
  const { metrics, categorizer, departmentFinder, systemLog, search } = services;
  return [
    {
      name: 'compaction',
      firstAfterMs: 5 * minuteMs,
      everyMs: 60 * minuteMs,
      run: () => compact(services),
    },
    { name: 'old messages', firstAfterMs: 5 * minuteMs, everyMs: 60 * minuteMs, run: () => forget(services) },
    { name: 'search index', firstAfterMs: 2 * secondMs, everyMs: secondMs, run: () => search.tidy() },
    { name: 'metrics', firstAfterMs: 0, everyMs: minuteMs, run: () => metrics.sample() },
    // What staff corrected counts soon after; a desk that uses no categories of this kind never trains.
    { name: 'categorizer', firstAfterMs: minuteMs, everyMs: minuteMs, run: () => categorizer.learn() },
    { name: 'departments', firstAfterMs: minuteMs, everyMs: minuteMs, run: () => departmentFinder.learn() },
    { name: 'system log', firstAfterMs: secondMs, everyMs: 2 * secondMs, run: () => systemLog.flush() },
  ];
}

/** Lets go of what came in by messengers long ago. */
async function forget({ inbound, mediaFetcher }: Services): Promise<void> {
  await inbound.forget();
  await mediaFetcher.forget();
}

/** What the node does by itself while it runs. The answered function ends it, after what is under way. */
export function startJobs(services: Services, onError: (error: unknown) => void): () => Promise<void> {
  const { systemLog } = services;
  systemLog.record({ level: 'INFO', source: 'node', message: 'The node has started' });
  const stops = [...queuesOf(services), ...choresOf(services)].map((job) =>
    startJob(job, ({ name }, error) => onError(new Error(`The job ${name} failed`, { cause: error }))),
  );
  return async () => {
    services.telegramPoller.stop();
    services.inbound.stop();
    services.mediaFetcher.stop();
    services.delivery.stop();
    services.webhookDelivery.stop();
    services.importRunner.stop();
    await Promise.all(stops.map((stop) => stop()));
    systemLog.record({ level: 'INFO', source: 'node', message: 'The node stops' });
    await systemLog.flush().catch(onError);
  };
}
