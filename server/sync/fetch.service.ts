import { tokensOf } from '#shared/model/permissions.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Fetched, Op } from '#shared/protocol/sync.ts';
import type { Database } from '../database/database.ts';
import { findTicketsByUids } from '../tickets/ticket.repo.ts';
import { isVisible, putWholeTickets } from './visible-ops.ts';

/** Tickets by name, whole and as they are now, for a console that misses some of their versions. */
export function fetchTickets(database: Database, actor: Actor, uids: readonly string[]): Promise<Fetched> {
  return database.readAtOnce(async (db) => {
    const scope = new Set(tokensOf(actor));
    const visible = (await findTicketsByUids(db, uids)).filter((ticket) => isVisible(ticket, scope));
    const seen = new Set(visible.map((ticket) => ticket.uid));
    const hidden = uids.filter((uid) => !seen.has(uid));
    return {
      ops: [
        ...hidden.map((uid): Op => ({ op: 'gone', ent: 'ticket', uid })),
        ...(await putWholeTickets(db, visible)),
      ],
    };
  });
}
