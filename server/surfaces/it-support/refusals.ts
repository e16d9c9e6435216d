import type { Refusal } from '#shared/mutators/refusal.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { UserRefusal } from '../../users/user-refusal.ts';
import { texts } from './texts.ts';

/** A refused change of a ticket in this surface's words. */
export function ticketRefused(refusal: Refusal): DeskError {
  switch (refusal.code) {
    case 'ticket_not_found':
      return new DeskError('not_found', texts.notFound);
    case 'forbidden':
      return new DeskError('forbidden', texts.forbidden);
    case 'assignee_not_found':
      return new DeskError('invalid', `User ${refusal.assignee_id} cannot be assigned`);
    case 'assignee_inactive':
      return new DeskError('invalid', `User ${refusal.assignee_id} is not active`);
    case 'invalid_args':
      return new DeskError('invalid', refusal.detail);
    case 'overtaken':
      return new DeskError('invalid', 'The ticket was changed by somebody else in between');
    default:
      // The rules allow every transition and this surface mints the names: none of these is its caller's doing.
      return new DeskError('internal', texts.internal, { cause: refusal });
  }
}

/** A refused registration in this surface's words. */
export function userRefused(refusal: UserRefusal): DeskError {
  switch (refusal.code) {
    case 'username_taken':
      return new DeskError('invalid', 'Username already registered');
    case 'email_taken':
      return new DeskError('invalid', 'Email already registered');
    case 'weak_password':
      return new DeskError('invalid', refusal.text);
    case 'admins_only':
    case 'super_admin_creates_admins':
      return new DeskError('forbidden', texts.forbidden);
    default:
      return new DeskError('invalid', 'The user could not be registered');
  }
}
