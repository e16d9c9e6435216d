import { tokensOf } from '#shared/model/permissions.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Op, Pulled } from '#shared/protocol/sync.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { Database } from '../database/database.ts';
import { listAttachmentRecords } from '../attachments/attachment.repo.ts';
import type { Db } from '../database/handles.ts';
import { listActivities, listMessages } from '../tickets/ticket.repo.ts';
import { readHead } from './change-log.repo.ts';
import { looseOps } from './loose-ops.ts';
import { listChangedRows, listTicketUids, type ChangedRow } from './pull.repo.ts';
import { putTicket, putWholeTickets, readByVisibility } from './visible-ops.ts';

/** Everything that changed for this user since the cursor, each row once and as it is now, all at one head. */
export function pullSince(database: Database, actor: Actor, cursor: number): Promise<Pulled> {
  return database.readAtOnce(async (db) => {
    const { seq: head, min_seq } = await readHead(db);
    // Compacted while the console was connected: it comes back and is told to take a snapshot.
    if (cursor < min_seq) throw new DeskError('unavailable', 'The log no longer reaches back so far');
    const tokens = tokensOf(actor);
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
  const rowIds = (ent: 'message' | 'activity' | 'attachment'): Set<number> =>
    new Set(
      changed.filter((row) => row.ent === ent && stayedIds.has(row.ticket_id ?? 0)).map((row) => row.row_id),
    );
  const [messageIds, activityIds] = [rowIds('message'), rowIds('activity')];
  const attachmentIds = rowIds('attachment');
  const messages = messageIds.size === 0 ? [] : await listMessages(db, [...stayedIds]);
  const activities = activityIds.size === 0 ? [] : await listActivities(db, [...stayedIds]);
  const attachments = attachmentIds.size === 0 ? [] : await listAttachmentRecords(db, [...stayedIds]);
  return [
    ...(await listTicketUids(db, hiddenIds)).map((uid): Op => ({ op: 'gone', ent: 'ticket', uid })),
    ...(await putWholeTickets(db, moved)),
    ...stayed.map(putTicket),
    ...messages.filter(({ id }) => messageIds.has(id)).map((row): Op => ({ op: 'put', ent: 'message', row })),
    ...activities
      .filter(({ id }) => activityIds.has(id))
      .map((row): Op => ({ op: 'put', ent: 'activity', row })),
    ...attachments
      .filter(({ id }) => attachmentIds.has(id))
      .map((row): Op => ({ op: 'put', ent: 'attachment', row })),
  ];
}
