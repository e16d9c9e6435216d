import type { Clock } from '#shared/model/clock.ts';
import type { Database } from '../database/database.ts';
import { readHead } from './change-log.repo.ts';
import {
  dropAckedOutcomes,
  dropLogUpTo,
  dropRepeated,
  findLastOldSeq,
  listClientIds,
} from './compaction.repo.ts';

export interface Retention {
  keepMs: number;
  keepRows: number;
  /** Entries per write: the desk's own writes come in between. */
  stretch: number;
}

export const defaultRetention: Retention = {
  keepMs: 30 * 24 * 60 * 60 * 1000,
  keepRows: 2_000_000,
  stretch: 5_000,
};

/**
 * Keeps the change log and the stored outcomes from growing for ever. Nobody is waited for: a console that was away
 * for longer takes a snapshot, its own work untouched. Consoles themselves are never forgotten, so that no outcome can
 * be asked for under a number that began anew.
 */
export async function compact(
  { database, clock }: { database: Database; clock: Clock },
  { keepMs, keepRows, stretch }: Retention = defaultRetention,
): Promise<void> {
  const olderThan = clock.now() - keepMs;
  const { seq: head, min_seq: first } = await readHead(database.db);
  const lastOld = await findLastOldSeq(database.db, head, { olderThan, keepRows });
  for (let at = first; at < lastOld; at += stretch) {
    await database.write((tx) => dropLogUpTo(tx, Math.min(at + stretch, lastOld)));
  }
  for (let after = Math.max(first, lastOld); after < head; after += stretch) {
    await database.write((tx) => dropRepeated(tx, { after, upTo: Math.min(after + stretch, head) }));
  }
  for (const id of await listClientIds(database.db)) {
    await database.write((tx) => dropAckedOutcomes(tx, id, olderThan));
  }
}
