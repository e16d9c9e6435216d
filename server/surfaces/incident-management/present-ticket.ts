import { isResolutionBreached, isResponseBreached } from '#shared/model/breach.ts';
import { responseSlaMsByPriority } from '#shared/model/priority.ts';
import type { AttachmentRow } from '../../attachments/attachment.repo.ts';
import type { StoredFile } from '../../attachments/attachment.service.ts';
import type { TicketSheet } from '../../tickets/ticket-sheet.repo.ts';
import type { FullSheet } from '../../tickets/ticket-sheet.service.ts';
import { toUtcDate, toUtcDateOrNull } from '../../http/utc-date.ts';
import { presentHistory } from './present-history.ts';
import { display, shownPriority, shownStatus } from './rules.ts';

const minuteMs = 60_000;

/** Breaches are found when they are shown: nothing is written at the moment a ticket becomes late. */
function presentHead(sheet: TicketSheet, now: number) {
  const priority = shownPriority[sheet.priority];
  const status = shownStatus[sheet.status];
  return {
    id: sheet.id,
    project_name: sheet.project_name,
    title: sheet.subject,
    description: sheet.description,
    priority,
    priority_display: display(priority),
    category: sheet.category_incident,
    category_display: display(sheet.category_incident),
    status,
    status_display: display(status),
    created_by: sheet.requester_id,
    created_by_name: sheet.requester_full_name ?? sheet.requester_name ?? '',
    assigned_to: JSON.parse(sheet.assignee_ids) as number[],
    assigned_to_names: sheet.assignee_names,
    assigned_team: sheet.assigned_team,
    response_due_at: toUtcDateOrNull(sheet.response_due_at),
    resolution_due_at: toUtcDateOrNull(sheet.resolution_due_at),
    response_breached: isResponseBreached(sheet, now),
    resolution_breached: isResolutionBreached(sheet, now),
    response_sla_minutes: responseSlaMsByPriority[sheet.priority] / minuteMs,
    estimated_resolution_time: toUtcDateOrNull(sheet.estimated_resolution_time),
    created_at: toUtcDate(sheet.created_at),
    updated_at: toUtcDate(sheet.updated_at),
    opened_at: toUtcDateOrNull(sheet.opened_at),
    started_at: toUtcDateOrNull(sheet.started_at),
    resolved_at: toUtcDateOrNull(sheet.resolved_at),
    closed_at: toUtcDateOrNull(sheet.closed_at),
  };
}

/** In lists files and history are left empty, as in the document's example; the ticket itself has them. */
export function presentListedTicket(sheet: TicketSheet, now: number) {
  return { ...presentHead(sheet, now), attachments: [], history: [] };
}

export function presentAttachment(attachment: AttachmentRow) {
  return {
    id: attachment.id,
    ticket: attachment.ticket_id,
    uploaded_by: attachment.uploaded_by,
    uploaded_by_name: attachment.uploaded_by_name ?? '',
    uploaded_at: toUtcDate(attachment.created_at),
  };
}

function presentFile({ attachment, bytes }: StoredFile) {
  const { id, ticket, ...upload } = presentAttachment(attachment);
  return { id, ticket, file_data: bytes.toString('base64'), ...upload };
}

export function presentTicket(full: FullSheet, files: readonly StoredFile[], now: number) {
  return {
    ...presentHead(full.sheet, now),
    attachments: files.map(presentFile),
    history: presentHistory(full),
  };
}
