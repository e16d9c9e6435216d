import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { words } from '../i18n/i18n.ts';

/** Refusals of accounts that the interface has words of its own for. */
const accountCodes = [
  'username_taken',
  'email_taken',
  'weak_password',
  'department_required',
  'capacity_too_small',
  'super_admin_only',
  'super_admin_creates_admins',
  'super_admin_stays',
  'not_yourself',
  'agent_not_found',
  'user_not_found',
] as const;

/** Why the node refused, in the reader's language where it has a name; what has none is told as the node says it. */
export function failureText({ kind, message, data }: DeskErrorData): string {
  const code = accountCodes.find((each) => each === data?.['code']);
  if (code !== undefined) return words(`admin-people:refusal.${code}`);
  return kind === 'invalid' && message !== '' ? message : words(`common:failure.${kind}`);
}
