import type { OperatorMessage, OperatorTicket, StatusFigures } from '../../operators/operator-ticket.repo.ts';
import { toUtcDate, toUtcDateOrNull } from '../../http/utc-date.ts';
import { resolutionMsByPriority, shownPriority, shownStatus } from './rules.ts';

/** Ids of messengers are kept as text; the document shows numbers. */
function shownChatId(chatId: string | null): number | null {
  return chatId !== null && /^-?\d{1,15}$/.test(chatId) ? Number(chatId) : null;
}

function shownTags(tags: string): string[] | null {
  const list = JSON.parse(tags) as string[];
  return list.length === 0 ? null : list;
}

export function presentTicket(ticket: OperatorTicket) {
  const { priority, created_at, resolution_due_at } = ticket;
  return {
    id: ticket.id,
    ticket_number: ticket.number,
    user_id: ticket.requester_id,
    telegram_chat_id: shownChatId(ticket.telegram_chat_id),
    telegram_username: ticket.telegram_username,
    user_name: ticket.user_name,
    subject: ticket.subject,
    category: ticket.category_admin,
    priority: shownPriority[priority],
    status: shownStatus[ticket.status],
    sla_first_response_at: toUtcDateOrNull(ticket.response_due_at),
    sla_resolution_at: toUtcDate(resolution_due_at ?? created_at + resolutionMsByPriority[priority]),
    first_responded_at: toUtcDateOrNull(ticket.first_responded_at),
    resolved_at: toUtcDateOrNull(ticket.resolved_at),
    closed_at: toUtcDateOrNull(ticket.closed_at),
    assigned_to: ticket.operator_name,
    assigned_at: toUtcDateOrNull(ticket.operator_name === null ? null : ticket.assigned_at),
    escalated: ticket.escalated === 1,
    escalated_at: toUtcDateOrNull(ticket.escalated_at),
    escalation_reason: ticket.escalation_reason,
    source: ticket.source,
    tags: shownTags(ticket.tags),
    created_at: toUtcDate(created_at),
    updated_at: toUtcDate(ticket.updated_at),
  };
}

/** What only staff may read is a system note here (mapping, section 11). */
export function presentMessage(message: OperatorMessage) {
  return {
    id: message.id,
    ticket_id: message.ticket_id,
    sender_type: message.sender_type,
    sender_id: message.sender_id === null ? null : String(message.sender_id),
    sender_name: message.sender_name,
    message: message.text,
    message_type: message.visibility === 'staff' ? ('system_note' as const) : ('text' as const),
    attachments: null,
    ai_suggested_response: message.ai_suggested_response,
    ai_confidence: message.ai_confidence,
    telegram_message_id: message.telegram_message_id,
    created_at: toUtcDate(message.created_at),
  };
}

/** "Statistics Fields": counted by what this surface shows. */
export function presentStats(figures: readonly StatusFigures[]) {
  const stats = { total: 0, open: 0, inProgress: 0, resolved: 0, slaBreached: 0, avgResponseMinutes: 0 };
  let [responded, responseMs] = [0, 0];
  for (const figure of figures) {
    stats.total += figure.tickets;
    responded += figure.responded;
    responseMs += figure.responseMs;
    switch (shownStatus[figure.status]) {
      case 'open':
        stats.open += figure.tickets;
        stats.slaBreached += figure.breached;
        break;
      case 'in_progress':
        stats.inProgress += figure.tickets;
        break;
      case 'resolved':
      case 'closed':
        stats.resolved += figure.tickets;
        break;
      case 'waiting_user':
        break;
    }
  }
  if (responded > 0) stats.avgResponseMinutes = Math.round(responseMs / responded / 60_000);
  return stats;
}
