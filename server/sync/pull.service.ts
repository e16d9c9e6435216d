import { tokensOf } from '#shared/model/permissions.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Op } from '#shared/protocol/sync.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { PulledOps } from '#shared/protocol/pulled-rows.ts';
import type { Database } from '../database/database.ts';
import { listAttachmentRecords } from '../attachments/attachment.repo.ts';
import type { Db } from '../database/handles.ts';
import { findActivitiesByIds, findMessagesByIds } from '../tickets/ticket.repo.ts';
import { readHead } from './change-log.repo.ts';
import { looseOps } from './loose-ops.ts';
import { isTooMuch, listChangedRows, listTicketUids, type ChangedRow } from './pull.repo.ts';
import { putTicket, putWholeTickets, readByVisibility } from './visible-ops.ts';

/** Everything that changed for this user since the cursor, each row once and as it is now, all at one head. */
export function pullSince(database: Database, actor: Actor, cursor: number): Promise<PulledOps> {
  return database.readAtOnce(async (db) => {
    const { seq: head, min_seq } = await readHead(db);
    const tokens = tokensOf(actor);
    // It comes back and is told to take a snapshot.
    if (cursor < min_seq || (await isTooMuch(db, { cursor, head }, tokens))) {
      throw new DeskError('unavailable', 'The log no longer reaches back so far');
    }
    const changed = await listChangedRows(db, { cursor, head }, tokens);
    const scope = new Set(tokens);
    const ops = [...(await looseOps(db, changed, scope)), ...(await ticketOps(db, changed, scope))];
    return { cursor: head, ops };
  });
}

async function ticketOps(db: Db, changed: readonly ChangedRow[], scope: ReadonlySet<string>): Promise<Op[]> {
  const idsOf = (rows: readonly ChangedRow[]): number[] => [
    ...new Set(rows.map((row) => row.ticket_id).filter((id) => id !== null)),
  ];
  const { visible, hiddenIds } = await readByVisibility(db, idsOf(changed), scope);
  const movedIds = new Set(idsOf(changed.filter((row) => row.has_moved === 1)));
  const moved = visible.filter((ticket) => movedIds.has(ticket.id));
  const stayed = visible.filter((ticket) => !movedIds.has(ticket.id));
  const stayedIds = new Set(stayed.map((ticket) => ticket.id));
  const rowIds = (ent: 'message' | 'activity' | 'attachment'): number[] =>
    changed.filter((row) => row.ent === ent && stayedIds.has(row.ticket_id ?? 0)).map((row) => row.row_id);
  const messages = await findMessagesByIds(db, rowIds('message'));
  const activities = await findActivitiesByIds(db, rowIds('activity'));
  const attachmentIds = new Set(rowIds('attachment'));
  const attachments = attachmentIds.size === 0 ? [] : await listAttachmentRecords(db, [...stayedIds]);
  return [
    ...(await listTicketUids(db, hiddenIds)).map((uid): Op => ({ op: 'gone', ent: 'ticket', uid })),
    ...(await putWholeTickets(db, moved)),
    ...stayed.map(putTicket),
    ...messages.map((row): Op => ({ op: 'put', ent: 'message', row })),
    ...activities.map((row): Op => ({ op: 'put', ent: 'activity', row })),
    ...attachments
      .filter(({ id }) => attachmentIds.has(id))
      .map((row): Op => ({ op: 'put', ent: 'attachment', row })),
  ];
}
