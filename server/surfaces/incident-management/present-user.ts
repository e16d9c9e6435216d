import type { UserRecord } from '../../users/user.repo.ts';
import { shownLabel } from '../../users/department-label.ts';
import { toUtcDate } from '../../http/utc-date.ts';
import { shownRole } from './rules.ts';

const contactsOf = (user: UserRecord) => ({
  role: shownRole[user.role],
  phone_number: user.phone_number ?? '',
  whatsapp_number: user.whatsapp_number ?? '',
  department: shownLabel(user) ?? '',
});

const namesOf = (user: UserRecord) => ({
  id: user.id,
  username: user.username,
  email: user.email ?? '',
  first_name: user.first_name,
  last_name: user.last_name,
});

/** As the login answers it. */
export function presentIdentity(user: UserRecord) {
  return { ...namesOf(user), ...contactsOf(user) };
}

export function presentUser(user: UserRecord) {
  return {
    ...namesOf(user),
    full_name: user.full_name,
    ...contactsOf(user),
    is_active: user.is_active === 1,
    date_joined: toUtcDate(user.created_at),
  };
}

/** `id` is the user's (contract, A23). */
export function presentProfile(user: UserRecord) {
  return {
    ...presentIdentity(user),
    created_at: toUtcDate(user.created_at),
    updated_at: toUtcDate(user.updated_at),
  };
}
