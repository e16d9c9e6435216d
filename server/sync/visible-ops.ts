import { ticketAudience, type Token } from '#shared/model/permissions.ts';
import type { Op } from '#shared/protocol/sync.ts';
import { listAttachmentRecords } from '../attachments/attachment.repo.ts';
import type { Db } from '../database/handles.ts';
import { findTicketsByIds, listActivities, listMessages, type StoredTicket } from '../tickets/ticket.repo.ts';

/** Who may read the ticket as it is now. */
export function tokensOfTicket(ticket: Pick<StoredTicket, 'category' | 'assignee_ids'>): Token[] {
  return ticketAudience({
    category: ticket.category,
    assignee_ids: JSON.parse(ticket.assignee_ids) as number[],
  });
}

export function isVisible(ticket: StoredTicket, scope: ReadonlySet<Token>): boolean {
  return tokensOfTicket(ticket).some((token) => scope.has(token));
}

export function putTicket({ audience_id: _inner, ...row }: StoredTicket): Op {
  return { op: 'put', ent: 'ticket', aud: tokensOfTicket(row), row };
}

/** The tickets with everything on them, as a console that has none of it needs them. */
export async function putWholeTickets(db: Db, tickets: readonly StoredTicket[]): Promise<Op[]> {
  const ids = tickets.map((ticket) => ticket.id);
  const messages = await listMessages(db, ids);
  const activities = await listActivities(db, ids);
  const attachments = await listAttachmentRecords(db, ids);
  return [
    ...tickets.map(putTicket),
    ...messages.map((row): Op => ({ op: 'put', ent: 'message', row })),
    ...activities.map((row): Op => ({ op: 'put', ent: 'activity', row })),
    ...attachments.map((row): Op => ({ op: 'put', ent: 'attachment', row })),
  ];
}

/** Splits tickets into those the scope may read now and the rest. */
export async function readByVisibility(
  db: Db,
  ids: readonly number[],
  scope: ReadonlySet<Token>,
): Promise<{ visible: StoredTicket[]; hiddenIds: number[] }> {
  const found = await findTicketsByIds(db, ids);
  const visible = found.filter((ticket) => isVisible(ticket, scope));
  const visibleIds = new Set(visible.map((ticket) => ticket.id));
  return { visible, hiddenIds: ids.filter((id) => !visibleIds.has(id)) };
}
