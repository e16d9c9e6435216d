import { DeskError } from '#shared/protocol/errors.ts';
import type { UserOutcome, UserRefusal } from '../../../users/user-refusal.ts';

/** A refused change of a user. `data.code` is what the console finds its own words by. */
function userRefused(refusal: UserRefusal): DeskError {
  const data = { code: refusal.code };
  switch (refusal.code) {
    case 'user_not_found':
    case 'agent_not_found':
      return new DeskError('not_found', `There is no such user: ${refusal.id}`, { data });
    case 'username_taken':
      return new DeskError('conflict', `The user name '${refusal.username}' is taken`, { data });
    case 'email_taken':
      return new DeskError('conflict', `The address '${refusal.email}' is taken`, { data });
    case 'weak_password':
      return new DeskError('invalid', refusal.text, { data });
    case 'invalid_role':
      return new DeskError('invalid', 'Nobody can be given this role', { data });
    case 'department_required':
      return new DeskError('invalid', 'An agent needs a department', { data });
    case 'capacity_too_small':
      return new DeskError('invalid', 'The capacity must be at least 1', { data });
    case 'admins_only':
      return new DeskError('forbidden', 'Only admins may do this', { data });
    case 'super_admin_only':
      return new DeskError('forbidden', 'Only the super admin may change this account', { data });
    case 'super_admin_creates_admins':
      return new DeskError('forbidden', 'Only the super admin makes admins', { data });
    case 'super_admin_stays':
      return new DeskError('invalid', 'The super admin cannot be deactivated', { data });
    case 'not_yourself':
      return new DeskError('invalid', 'You cannot deactivate yourself', { data });
  }
}

/**
 * The value of an outcome.
 * @throws DeskError why it was refused.
 */
export function valueOf<Value>(outcome: UserOutcome<Value>): Value {
  if (outcome.kind === 'refused') throw userRefused(outcome.refusal);
  return outcome.value;
}
