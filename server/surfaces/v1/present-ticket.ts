import type { ListedTicket } from '../../tickets/ticket-list.repo.ts';
import type { StoredMessage, TicketDetail } from '../../tickets/ticket-read.service.ts';
import type { MessageDelivery } from '../../notifications/delivery-log.service.ts';
import { toV1Date, toV1DateOrNull } from './dates.ts';
import { presentMessageDelivery } from './delivery-words.ts';
import { presentDetailActivity } from './present-activity.ts';
import { shownStatus } from './rules.ts';

/** "919876543210": digits alone, as the messenger names its users (mapping, section 9). */
function shownPhone(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits === '' ? null : digits;
}

const shownReason = (ticket: ListedTicket): string => ticket.handover_reason ?? ticket.subject;

function presentAssignee(ticket: ListedTicket) {
  if (ticket.assignee_id === null) return null;
  return {
    id: ticket.assignee_id,
    username: ticket.assignee_username ?? '',
    full_name: ticket.assignee_full_name ?? '',
    department: ticket.assignee_role === 'agent' ? ticket.assignee_department : null,
  };
}

function presentHead(ticket: ListedTicket) {
  return {
    id: ticket.id,
    ticket_id: ticket.code,
    phone_number: shownPhone(ticket.phone_number),
    merchant_id: ticket.merchant_id,
    status: shownStatus[ticket.status],
    category: ticket.category,
    escalation_reason: shownReason(ticket),
    assigned_agent_id: ticket.assignee_id,
  };
}

export function presentListedTicket(ticket: ListedTicket) {
  return {
    ...presentHead(ticket),
    assigned_agent: presentAssignee(ticket),
    // Another surface may have given it to somebody who is no user.
    assigned_at: toV1DateOrNull(ticket.assignee_id === null ? null : ticket.assigned_at),
    auto_assigned: ticket.auto_assigned === 1,
    reassignment_count: ticket.reassignment_count,
    created_at: toV1Date(ticket.created_at),
    updated_at: toV1Date(ticket.updated_at),
    resolved_at: toV1DateOrNull(ticket.resolved_at),
    closed_at: toV1DateOrNull(ticket.closed_at),
  };
}

export function presentWaitingTicket(ticket: ListedTicket, nowMs: number) {
  return {
    id: ticket.id,
    ticket_id: ticket.code,
    phone_number: shownPhone(ticket.phone_number),
    merchant_id: ticket.merchant_id,
    category: ticket.category,
    escalation_reason: shownReason(ticket),
    created_at: toV1Date(ticket.created_at),
    waiting_time_minutes: Math.max(0, Math.floor((nowMs - ticket.created_at) / 60_000)),
  };
}

/** A new ticket: as in lists, and what this surface's own extension lets its caller say. */
export function presentCreatedTicket(ticket: ListedTicket) {
  return {
    ...presentListedTicket(ticket),
    subject: ticket.subject,
    priority: ticket.priority,
    source: ticket.source,
    tags: JSON.parse(ticket.tags) as string[],
  };
}

/**
 * The conversation as pairs of what the customer wrote and what was answered. Messages that nobody answered have an
 * empty answer; several answers in a row belong to one pair.
 */
export function presentConversation(messages: readonly StoredMessage[]) {
  const pairs: { message: string; response: string; timestamp: string }[] = [];
  for (const { sender_type, visibility, text, created_at } of messages) {
    if (visibility !== 'public' || sender_type === 'system') continue;
    const pair = pairs.at(-1);
    if (sender_type === 'user') {
      pairs.push({ message: text, response: '', timestamp: toV1Date(created_at) });
    } else if (pair === undefined) {
      pairs.push({ message: '', response: text, timestamp: toV1Date(created_at) });
    } else {
      pair.response = pair.response === '' ? text : `${pair.response}\n\n${text}`;
    }
  }
  return pairs;
}

const isAgentResponse = ({ visibility, sender_type }: StoredMessage): boolean =>
  visibility === 'public' && sender_type === 'operator';

export function presentTicketDetail({ listed, ticket, messages, history }: TicketDetail) {
  const { assigned_agent, assigned_at, auto_assigned, reassignment_count, created_at, ...rest } =
    presentListedTicket(listed);
  const { updated_at, resolved_at, closed_at, ...head } = rest;
  return {
    ...head,
    assigned_agent: presentAssigneeWithEmail(listed, assigned_agent),
    assigned_at,
    auto_assigned,
    reassignment_count,
    agent_response_count: messages.filter(isAgentResponse).length,
    resolution_notes: ticket.resolution_notes,
    created_at,
    updated_at,
    resolved_at,
    closed_at,
    conversation_history: presentConversation(messages),
    activities: history.flatMap((entry) => presentDetailActivity(entry) ?? []),
  };
}

/** The detail alone shows the agent's address, before the department. */
function presentAssigneeWithEmail(ticket: ListedTicket, agent: ReturnType<typeof presentAssignee>) {
  if (agent === null) return null;
  const { department, ...identity } = agent;
  return { ...identity, email: ticket.assignee_email ?? '', department };
}

const senderNames = { user: 'customer', operator: 'agent', system: 'system', ai: 'ai' } as const;

/** A message of this surface's own extension. `is_note` marks what only staff may read. */
export function presentMessage(message: StoredMessage, delivery: MessageDelivery | undefined) {
  const { created_at, ...said } = presentSaid(message);
  return { ...said, delivery: delivery === undefined ? null : presentMessageDelivery(delivery), created_at };
}

/** The message alone, without how it reached its customer. */
export function presentSaid(message: StoredMessage) {
  return {
    id: message.id,
    sender: senderNames[message.sender_type],
    sender_id: message.sender_id,
    sender_name: message.sender_name,
    text: message.text,
    is_note: message.visibility === 'staff',
    created_at: toV1Date(message.created_at),
  };
}
