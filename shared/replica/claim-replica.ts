import { toResult } from '../protocol/result.ts';
import type { ReplicaHost } from './host.ts';
import type { Lane } from './lane.ts';
import { readMeta, writeMeta } from './meta.ts';
import { overlayTables } from './overlay.ts';
import type { ReplicaDb } from './tables.ts';
import { clearTruth } from './truth.ts';

/** The copy belongs to one user: another one's is taken off this computer before anything of theirs comes in. */
export async function claimReplica(db: ReplicaDb, userId: number | null): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const meta = await readMeta(tx);
    if (meta.user_id === userId) return;
    await clearTruth(tx);
    for (const table of [...overlayTables, 'seen', 'meta'] as const) {
      await tx.deleteFrom(table).execute();
    }
    await writeMeta(tx, { user_id: userId });
  });
}

/** Empties the copy for a session that was taken back; the outbox keeps what its user wrote. */
export async function takeAway(lane: Lane, db: ReplicaDb, log: ReplicaHost['log']): Promise<void> {
  const { ok } = await toResult(() => lane(() => claimReplica(db, null)));
  if (!ok) log('error', 'The copy of the desk could not be emptied');
}
