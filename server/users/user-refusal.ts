/** Why a change of a user was not made. A surface says it in its own words. */
export type UserRefusal =
  | { code: 'user_not_found'; id: number }
  | { code: 'agent_not_found'; id: number }
  | { code: 'username_taken'; username: string }
  | { code: 'email_taken'; email: string }
  | { code: 'weak_password'; text: string }
  | { code: 'invalid_role' }
  | { code: 'department_required' }
  | { code: 'capacity_too_small' }
  | { code: 'admins_only' }
  | { code: 'super_admin_only' }
  | { code: 'super_admin_creates_admins' }
  | { code: 'super_admin_stays' }
  | { code: 'not_yourself' };

export type UserOutcome<Value> = { kind: 'done'; value: Value } | { kind: 'refused'; refusal: UserRefusal };

export const done = <Value>(value: Value): UserOutcome<Value> => ({ kind: 'done', value });
export const refused = (refusal: UserRefusal): UserOutcome<never> => ({ kind: 'refused', refusal });
