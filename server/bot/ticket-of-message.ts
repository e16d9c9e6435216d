import type { Db } from '../database/handles.ts';
import { findQuotedTicket } from '../notifications/delivery-report.repo.ts';
import { findPrimary } from '../tickets/linked-changes.ts';
import { findTicketById, type StoredTicket } from '../tickets/ticket.repo.ts';
import type { ChatSession } from './chat-session.repo.ts';
import type { MessengerMessage } from './messenger-message.ts';

const isOver = ({ status }: StoredTicket): boolean => status === 'closed' || status === 'cancelled';

/** The ticket that a message belongs to: what it quotes, else what was last spoken of; null once that is over. */
export async function findTicketOf(
  db: Db,
  { messenger, address, content }: MessengerMessage,
  session: ChatSession | null,
): Promise<StoredTicket | null> {
  const channel = messenger === 'telegram' ? 'TELEGRAM' : 'WHATSAPP';
  const quoted =
    content.quotedId === null ? null : await findQuotedTicket(db, channel, address, content.quotedId);
  for (const id of [quoted, session?.ticket_id ?? null]) {
    const ticket = id === null ? null : await findTicketById(db, id);
    if (ticket === null) continue;
    const primary = await findPrimary(db, ticket);
    if (!isOver(primary ?? ticket)) return ticket;
  }
  return null;
}
