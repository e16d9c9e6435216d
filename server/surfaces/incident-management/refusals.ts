import { isStaff, type Actor } from '#shared/model/user.ts';
import type { Refusal } from '#shared/mutators/refusal.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { AttachmentRefusal } from '../../attachments/attachment.service.ts';
import { fileTooLarge, ticketFull } from '../../http/upload.ts';
import type { UserOutcome, UserRefusal } from '../../users/user-refusal.ts';
import { shownStatus } from './rules.ts';
import { accessTexts, attachmentNotFound, forbiddenTexts, ticketNotFound, userNotFound } from './texts.ts';

/** A ticket out of reach (contract, C20). */
export function outOfReach(actor: Actor): string {
  return isStaff(actor) ? forbiddenTexts.notAssigned : forbiddenTexts.noAccess;
}

/** A refused change of a ticket in this surface's words. `forbidden` is the text of the route that was asked. */
export function ticketRefused(refusal: Refusal, forbidden: string): DeskError {
  switch (refusal.code) {
    case 'ticket_not_found':
      return new DeskError('not_found', ticketNotFound);
    case 'forbidden':
      return new DeskError('forbidden', forbidden);
    case 'invalid_transition': {
      const [from, to] = [shownStatus[refusal.from], shownStatus[refusal.to]];
      return new DeskError('invalid', `Ticket is ${from} and cannot become ${to}`);
    }
    case 'assignee_not_found':
    case 'assignee_inactive':
      return new DeskError('not_found', 'Support user not found');
    case 'invalid_args':
      return new DeskError('invalid', refusal.detail);
    case 'overtaken':
    case 'answered_meanwhile':
    case 'ticket_exists':
    case 'unknown_mutation':
    case 'file_refused':
    case 'failed':
      // This surface mints the names and sends nothing that was seen, so none of these is its caller's doing.
      return new DeskError('internal', 'Failed to update ticket', { cause: refusal });
  }
}

export function attachmentRefused(refusal: AttachmentRefusal, actor: Actor): DeskError {
  switch (refusal) {
    case 'ticket_not_found':
      return new DeskError('not_found', ticketNotFound);
    case 'attachment_not_found':
      return new DeskError('not_found', attachmentNotFound);
    case 'forbidden':
      return new DeskError('forbidden', outOfReach(actor));
    case 'empty':
      return new DeskError('invalid', 'file_data is empty');
    case 'too_large':
      return fileTooLarge();
    case 'ticket_full':
      return ticketFull();
  }
}

/** A refused change of a user in this surface's words. `notYourself` is the text of the route that was asked. */
function userRefused(refusal: UserRefusal, notYourself: string): DeskError {
  switch (refusal.code) {
    case 'user_not_found':
    case 'agent_not_found':
      return new DeskError('not_found', userNotFound);
    case 'username_taken':
      return new DeskError('invalid', 'A user with that username already exists');
    case 'email_taken':
      return new DeskError('invalid', 'A user with that email already exists');
    case 'weak_password':
      return new DeskError('invalid', refusal.text);
    case 'invalid_role':
      return new DeskError('invalid', 'Invalid role. Must be one of: ADMIN, SUPPORT, CLIENT');
    case 'admins_only':
      return new DeskError('forbidden', accessTexts.adminsOnly);
    case 'super_admin_only':
      return new DeskError('forbidden', 'Only super admin can change a super admin');
    case 'super_admin_creates_admins':
      return new DeskError('forbidden', 'Only super admin can create admin users');
    case 'super_admin_stays':
      return new DeskError('invalid', 'A super admin keeps role and account');
    case 'not_yourself':
      return new DeskError('invalid', notYourself);
    case 'department_required':
    case 'capacity_too_small':
      // This surface derives the one and does not know the other.
      return new DeskError('internal', 'Failed to update user', { cause: refusal });
  }
}

/** @throws DeskError when it was refused */
export function userOrThrow<Value>(
  outcome: UserOutcome<Value>,
  notYourself = 'You cannot deactivate yourself',
): Value {
  if (outcome.kind === 'refused') throw userRefused(outcome.refusal, notYourself);
  return outcome.value;
}
