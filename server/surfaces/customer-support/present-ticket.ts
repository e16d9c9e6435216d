import type { HexIds } from '../../http/hex-id.ts';
import { toUtcDate, toUtcDateOrNull } from '../../http/utc-date.ts';
import type { StoredMessage } from '../../tickets/ticket-read.service.ts';
import type { TicketSheet } from '../../tickets/ticket-sheet.repo.ts';
import { shownPriority, shownStatus } from './rules.ts';

const presentHead = (ticket: TicketSheet, ids: HexIds) => ({
  id: ids.encode('ticket', ticket.id),
  subject: ticket.subject,
  description: ticket.description,
  category: ticket.category_support,
  status: shownStatus[ticket.status],
  priority: shownPriority[ticket.priority],
});

const presentTimes = (ticket: TicketSheet) => ({
  created_at: toUtcDate(ticket.created_at),
  updated_at: toUtcDate(ticket.updated_at),
});

/** Somebody without an account is called by whatever they gave. */
const customerName = (ticket: TicketSheet): string | null =>
  ticket.requester_full_name ?? ticket.requester_name ?? ticket.requester_email ?? ticket.phone_number;

/** As its customer lists it. */
export function presentOwnTicket(ticket: TicketSheet, ids: HexIds) {
  return {
    ...presentHead(ticket, ids),
    agent_id: ids.encodeOrNull('user', ticket.assignee_id),
    ...presentTimes(ticket),
    resolved_at: toUtcDateOrNull(ticket.resolved_at),
  };
}

export function presentTicket(ticket: TicketSheet, ids: HexIds) {
  return {
    ...presentHead(ticket, ids),
    agent_id: ids.encodeOrNull('user', ticket.assignee_id),
    customer_id: ids.encodeOrNull('user', ticket.requester_id),
    ...presentTimes(ticket),
    resolved_at: toUtcDateOrNull(ticket.resolved_at),
  };
}

/** As its agent lists it. */
export function presentAgentTicket(ticket: TicketSheet, ids: HexIds) {
  return {
    ...presentHead(ticket, ids),
    customer_name: customerName(ticket),
    customer_id: ids.encodeOrNull('user', ticket.requester_id),
    ...presentTimes(ticket),
  };
}

/** As admins list it. */
export function presentListedTicket(ticket: TicketSheet, ids: HexIds) {
  const { id, subject, category, status, priority } = presentHead(ticket, ids);
  return {
    id,
    subject,
    category,
    status,
    priority,
    customer_name: customerName(ticket),
    agent_name: ticket.assignee_id === null ? null : (ticket.assignee_names[0] ?? null),
    ...presentTimes(ticket),
  };
}

/** What staff wrote for staff alone; of those messages that the reader may see. */
export function presentNotes(messages: readonly StoredMessage[], ids: HexIds) {
  const notes = messages.filter((each) => each.visibility === 'staff' && each.sender_type === 'operator');
  return notes.map((note) => ({
    id: ids.encode('note', note.id),
    agent_id: ids.encodeOrNull('user', note.sender_id),
    note: note.text,
    created_at: toUtcDate(note.created_at),
  }));
}
