import { sql } from 'kysely';
import { coalesce } from './coalesce.ts';
import type { ReplicaHost } from './host.ts';
import type { Lane } from './lane.ts';
import { forgetGone } from './search-index.ts';
import type { ReplicaDb } from './tables.ts';

/** Well within the ten seconds that a ticket may stay on a disk after it left. */
const waitMs = 2_000;

/** Whether nothing reads an older state of the file, which would keep its pages in the log. */
async function truncateLog(db: ReplicaDb): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  return (rows[0]?.busy ?? 0) === 0;
}

/**
 * Takes what was deleted off the disk, too: the file's own pages are overwritten as they are freed, and soon after a
 * deletion the write-ahead log, which still holds them, is emptied.
 */
export function createScrub(
  { timers, log }: Pick<ReplicaHost, 'timers' | 'log'>,
  db: ReplicaDb,
  lane: Lane,
): { ask: () => void; stop: () => void } {
  const scrub = coalesce(
    timers,
    waitMs,
    async () => {
      // The index follows by itself, but perhaps not by now.
      await lane(() => forgetGone(db));
      if (!(await lane(() => truncateLog(db)))) scrub.ask();
    },
    (error) => log('warn', 'What left could not be taken off the disk yet', { error: String(error) }),
  );
  return scrub;
}
