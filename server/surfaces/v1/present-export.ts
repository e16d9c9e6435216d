import { isResolutionBreached, isResponseBreached, respondedAt } from '#shared/model/breach.ts';
import type { ExportedTicket } from '../../exports/ticket-export.service.ts';
import { toV1Date, toV1DateOrNull } from './dates.ts';
import { presentSaid } from './present-ticket.ts';
import { shownStatus } from './rules.ts';

const minuteMs = 60_000;

const minutesBetween = (from: number, to: number | null): number | null =>
  to === null ? null : Math.round((to - from) / minuteMs);

/** One ticket as a flat row: the columns of CSV and the keys of JSON, in this order. */
export function presentExported({ ticket, listed }: ExportedTicket, now: number) {
  return {
    id: ticket.id,
    ticket_id: ticket.code,
    ticket_number: listed.number,
    subject: ticket.subject,
    description: ticket.description,
    status: shownStatus[ticket.status],
    /** The status itself, of which `status` is this surface's nearest word. */
    exact_status: ticket.status,
    priority: ticket.priority,
    category: ticket.category,
    source: ticket.source,
    tags: JSON.parse(ticket.tags) as string[],
    requester_id: ticket.requester_id,
    requester_name: ticket.requester_name,
    requester_email: ticket.requester_email,
    phone_number: ticket.phone_number,
    merchant_id: ticket.merchant_id,
    assigned_agent_id: ticket.assignee_id,
    assigned_agent: listed.assignee_username,
    assigned_agent_name: listed.assignee_full_name,
    assigned_at: toV1DateOrNull(ticket.assignee_id === null ? null : ticket.assigned_at),
    auto_assigned: ticket.auto_assigned === 1,
    reassignment_count: ticket.reassignment_count,
    created_at: toV1Date(ticket.created_at),
    updated_at: toV1Date(ticket.updated_at),
    first_responded_at: toV1DateOrNull(ticket.first_responded_at),
    resolved_at: toV1DateOrNull(ticket.resolved_at),
    closed_at: toV1DateOrNull(ticket.closed_at),
    response_due_at: toV1DateOrNull(ticket.response_due_at),
    response_breached: isResponseBreached(ticket, now),
    response_minutes: minutesBetween(ticket.created_at, respondedAt(ticket)),
    resolution_due_at: toV1DateOrNull(ticket.resolution_due_at),
    resolution_breached: isResolutionBreached(ticket, now),
    resolution_minutes: minutesBetween(ticket.created_at, ticket.resolved_at),
    resolution_notes: ticket.resolution_notes,
  };
}

/** The row with everything that was said. */
export function presentExportedWithMessages(exported: ExportedTicket, now: number) {
  return { ...presentExported(exported, now), messages: exported.messages.map(presentSaid) };
}
