import type { Clock } from '#shared/model/clock.ts';
import { tokensOf } from '#shared/model/permissions.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Op, SnapshotPage } from '#shared/protocol/sync.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { Database } from '../database/database.ts';
import { findTicketsByIds } from '../tickets/ticket.repo.ts';
import { listProfiles } from '../users/profile.repo.ts';
import { readHead } from './change-log.repo.ts';
import { countWorkingSet, listWorkingSet } from './snapshot.repo.ts';
import { putWholeTickets } from './visible-ops.ts';

/** `after` is the id of the last ticket of the page before. */
function parsePlace(after: string | undefined): number | null {
  if (after === undefined) return null;
  if (!/^\d{1,15}$/.test(after)) throw new DeskError('invalid', 'Unknown place in the snapshot');
  return Number(after);
}

/**
 * One page of everything the user may see. Pages are read at different moments; a console pulls from the first page's
 * head once it has them all, which repairs whatever moved in between.
 */
export function readSnapshotPage(
  { database, clock }: { database: Database; clock: Clock },
  actor: Actor,
  query: { after?: string | undefined; limit: number },
): Promise<SnapshotPage> {
  const beforeId = parsePlace(query.after);
  const now = clock.now();
  return database.readAtOnce(async (db) => {
    const { seq: head, epoch } = await readHead(db);
    const tokens = tokensOf(actor);
    const ids = await listWorkingSet(db, tokens, { beforeId, limit: query.limit, now });
    const tickets = await putWholeTickets(db, await findTicketsByIds(db, ids));
    const isFirst = beforeId === null;
    const profiles = isFirst && tokens.length > 0 ? await listProfiles(db) : [];
    const ops: Op[] = [...profiles.map((row): Op => ({ op: 'put', ent: 'profile', row })), ...tickets];
    const total = await countWorkingSet(db, tokens, now);
    const last = ids.at(-1);
    const next = ids.length < query.limit || last === undefined ? null : String(last);
    return { epoch, head, scope: tokens, ops, total, next };
  });
}
