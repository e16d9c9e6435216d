import { DeskError } from '#shared/protocol/errors.ts';
import type { SearchProblem } from '#shared/model/search-query.ts';
import type { Refusal } from '#shared/mutators/refusal.ts';
import type { AttachmentRefusal } from '../../attachments/attachment.service.ts';
import { fileTooLarge, ticketFull } from '../../http/upload.ts';
import type { TicketRef } from '../../tickets/ticket-read.service.ts';
import type { UserRefusal } from '../../users/user-refusal.ts';
import { shownStatus } from './rules.ts';
import { accessTexts } from './texts.ts';

export function ticketNotFound(ref: TicketRef): DeskError {
  return new DeskError('not_found', `Ticket with ID ${'id' in ref ? ref.id : ref.code} not found`);
}

export function invalidTransition(from: string, to: string): DeskError {
  return new DeskError('invalid', `Invalid status transition from '${from}' to '${to}'`);
}

/** A refused change of a ticket in this surface's words. `forbidden` is the text of the route that was asked. */
export function ticketRefused(refusal: Refusal, ref: TicketRef, forbidden: string): DeskError {
  switch (refusal.code) {
    case 'ticket_not_found':
      return ticketNotFound(ref);
    case 'forbidden':
      return new DeskError('forbidden', forbidden);
    case 'invalid_transition':
      return invalidTransition(shownStatus[refusal.from], shownStatus[refusal.to]);
    case 'assignee_not_found':
      return new DeskError('not_found', `Agent with ID ${refusal.assignee_id} not found`);
    case 'assignee_inactive':
      return new DeskError('invalid', `Agent '${refusal.username}' is not active`);
    case 'invalid_args':
      return new DeskError('invalid', refusal.detail);
    case 'overtaken':
      return new DeskError('invalid', 'The ticket was changed by somebody else in between');
    case 'answered_meanwhile':
    case 'ticket_exists':
    case 'unknown_mutation':
    case 'file_refused':
    case 'failed':
      // This surface mints the names and sends nothing that was seen, so none of these is its caller's doing.
      return new DeskError('internal', 'Failed to update ticket', { cause: refusal });
  }
}

export function attachmentRefused(
  refusal: AttachmentRefusal,
  ref: TicketRef,
  { attachmentId, forbidden }: { attachmentId?: number; forbidden: string },
): DeskError {
  switch (refusal) {
    case 'ticket_not_found':
      return ticketNotFound(ref);
    case 'attachment_not_found':
      return new DeskError('not_found', `Attachment with ID ${attachmentId ?? ''} not found`);
    case 'forbidden':
      return new DeskError('forbidden', forbidden);
    case 'empty':
      return new DeskError('invalid', 'File is empty');
    case 'too_large':
      return fileTooLarge();
    case 'ticket_full':
      return ticketFull();
  }
}

/** What of a search makes no sense: "Invalid status: sideways. Must be one of: …". */
export function describeProblems(problems: readonly SearchProblem[]): string {
  return problems
    .map(({ field, value, allowed }) => {
      const known = allowed.length === 0 ? '' : `. Must be one of: ${allowed.join(', ')}`;
      return `Invalid ${field}: ${value}${known}`;
    })
    .join('; ');
}

/** A refused change of a user in this surface's words. */
export function userRefused(refusal: UserRefusal): DeskError {
  switch (refusal.code) {
    case 'user_not_found':
      return new DeskError('not_found', `User with ID ${refusal.id} not found`);
    case 'agent_not_found':
      return new DeskError('not_found', `Agent with ID ${refusal.id} not found`);
    case 'username_taken':
      return new DeskError('invalid', `Username '${refusal.username}' already exists`);
    case 'email_taken':
      return new DeskError('invalid', `Email '${refusal.email}' already exists`);
    case 'weak_password':
      return new DeskError('invalid', refusal.text);
    case 'invalid_role':
      return new DeskError('invalid', 'Invalid role. Must be one of: admin, agent');
    case 'department_required':
      return new DeskError('invalid', 'Department is required for agents');
    case 'capacity_too_small':
      return new DeskError('invalid', 'agent_capacity must be at least 1');
    case 'admins_only':
      return new DeskError('forbidden', accessTexts.adminsOnly);
    case 'super_admin_only':
      return new DeskError('forbidden', 'Access denied. Required roles: super_admin');
    case 'super_admin_creates_admins':
      return new DeskError('forbidden', 'Only super admin can create admin users');
    case 'super_admin_stays':
      return new DeskError('invalid', 'Cannot deactivate super admin');
    case 'not_yourself':
      return new DeskError('invalid', 'You cannot deactivate yourself');
  }
}
