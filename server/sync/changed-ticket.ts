import { ticketColumns } from '#shared/model/columns.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { Op } from '#shared/protocol/sync.ts';
import { putTicket } from './visible-ops.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';

/**
 * What readers of a ticket are told of one change: the columns that differ. The whole row where its readers or its
 * assignee changed, because consoles look at these as a whole.
 */
export function changedTicket(before: StoredTicket | null, after: StoredTicket): Op {
  if (
    before === null ||
    before.assignee_ids !== after.assignee_ids ||
    before.category !== after.category ||
    before.assignee_id !== after.assignee_id
  ) {
    return putTicket(after);
  }
  const set: Record<string, TicketRow[keyof TicketRow]> = {};
  for (const column of ticketColumns) {
    if (column === 'uid' || column === 'ver') continue;
    if (before[column] !== after[column]) set[column] = after[column];
  }
  return { op: 'patch', ent: 'ticket', uid: after.uid, ver: after.ver, set };
}
