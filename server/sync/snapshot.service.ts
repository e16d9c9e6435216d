import { faqColumns, itemColumns, profileColumns, ticketColumns } from '#shared/model/columns.ts';
import type { Clock } from '#shared/model/clock.ts';
import { tokensOf, type Token } from '#shared/model/permissions.ts';
import type { Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { SnapshotRows } from '#shared/protocol/rows.ts';
import type { SnapshotPage } from '#shared/protocol/sync.ts';
import { toColumns } from '#shared/protocol/to-columns.ts';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handles.ts';
import { listItems } from '../items/item.repo.ts';
import { listFaqRows } from '../knowledge/faq.repo.ts';
import { findTicketsByIds } from '../tickets/ticket.repo.ts';
import { listProfiles } from '../users/profile.repo.ts';
import { readHead } from './change-log.repo.ts';
import { countWorkingSet, listWorkingSet, parts, type Part } from './snapshot.repo.ts';
import { tokensOfTicket } from './visible-ops.ts';

interface Place {
  part: Part;
  /** The last ticket of the page before; null at the beginning of the part. */
  id: number | null;
  /** Tickets in all pages as the first one counted them: counting costs as much as a page. */
  total: number | null;
}

const start: Place = { part: 'own', id: null, total: null };

/** Written as `part.id.total`. */
function parsePlace(after: string | undefined): Place {
  if (after === undefined) return start;
  const [, index, id, total] = /^([0-2])\.(\d{0,15})\.(\d{1,15})$/.exec(after) ?? [];
  const part = parts[Number(index)];
  if (id === undefined || part === undefined) throw new DeskError('invalid', 'Unknown place in the snapshot');
  return { part, id: id === '' ? null : Number(id), total: Number(total) };
}

/**
 * One page of everything the user may see, the most urgent first. Pages are read at different moments; a console pulls
 * from the first page's head once it has them all, which repairs whatever moved in between.
 */
export function readSnapshotPage(
  { database, clock }: { database: Database; clock: Clock },
  actor: Actor,
  query: { after?: string | undefined; tokens?: string | undefined; limit: number },
): Promise<SnapshotPage> {
  const place = parsePlace(query.after);
  const scope = tokensOf(actor);
  const wanted = query.tokens?.split(' ');
  const tokens = wanted === undefined ? scope : scope.filter((token) => wanted.includes(token));
  const reader = { tokens, userId: actor.id, now: clock.now() };
  return database.readAtOnce(async (db) => {
    const { seq: head, epoch } = await readHead(db);
    const { ids, next } = await listPage(db, reader, place, query.limit);
    const rows = await readRows(db, ids, place.total === null ? { tokens, scope } : null);
    const total = place.total ?? (await countWorkingSet(db, reader.tokens, reader.now));
    const after = next === null ? null : `${parts.indexOf(next.part)}.${next.id ?? ''}.${total}`;
    return { epoch, head, scope, rows, total, next: after };
  });
}

/** Fills the page from the part at hand, and from the parts after it while there is room. */
async function listPage(
  db: Db,
  reader: Parameters<typeof listWorkingSet>[1],
  { part, id }: Place,
  limit: number,
): Promise<{ ids: number[]; next: Pick<Place, 'part' | 'id'> | null }> {
  const ids: number[] = [];
  let beforeId = id;
  for (const current of parts.slice(parts.indexOf(part))) {
    const room = limit - ids.length;
    const found = await listWorkingSet(db, reader, { part: current, beforeId, limit: room });
    ids.push(...found);
    if (found.length === room) return { ids, next: { part: current, id: found.at(-1) ?? null } };
    beforeId = null;
  }
  return { ids, next: null };
}

/** `loose`: the page brings what hangs on no ticket, for these tokens; items for the whole scope. */
async function readRows(
  db: Db,
  ids: readonly number[],
  loose: { tokens: readonly Token[]; scope: readonly Token[] } | null,
): Promise<SnapshotRows> {
  const hasStaffs = loose?.tokens.includes('staff') ?? false;
  const tickets = await findTicketsByIds(db, ids);
  return {
    profile: toColumns(profileColumns, hasStaffs ? await listProfiles(db) : []),
    ticket: {
      ...toColumns(ticketColumns, tickets),
      aud: tickets.map((ticket) => tokensOfTicket(ticket).join(' ')),
    },
    item: toColumns(itemColumns, loose === null ? [] : await listItems(db, loose.scope)),
    faq: toColumns(faqColumns, hasStaffs ? await listFaqRows(db) : []),
  };
}
