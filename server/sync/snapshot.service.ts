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

interface Place {
  /** The last ticket of the page before. */
  id: number;
  /** Tickets in all pages as the first one counted them: counting costs as much as a page. */
  total: number | null;
}

function parsePlace(after: string | undefined): Place | null {
  if (after === undefined) return null;
  const [, id, total] = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(after) ?? [];
  if (id === undefined) throw new DeskError('invalid', 'Unknown place in the snapshot');
  return { id: Number(id), total: total === undefined ? null : Number(total) };
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
  const place = parsePlace(query.after);
  const now = clock.now();
  return database.readAtOnce(async (db) => {
    const { seq: head, epoch } = await readHead(db);
    const tokens = tokensOf(actor);
    const ids = await listWorkingSet(db, tokens, { beforeId: place?.id ?? null, limit: query.limit, now });
    const tickets = await putWholeTickets(db, await findTicketsByIds(db, ids));
    const isFirst = place === null;
    const profiles = isFirst && tokens.length > 0 ? await listProfiles(db) : [];
    const ops: Op[] = [...profiles.map((row): Op => ({ op: 'put', ent: 'profile', row })), ...tickets];
    const total = place?.total ?? (await countWorkingSet(db, tokens, now));
    const last = ids.at(-1);
    const next = ids.length < query.limit || last === undefined ? null : `${last}-${total}`;
    return { epoch, head, scope: tokens, ops, total, next };
  });
}
