import { isAdmin } from '#shared/model/user.ts';
import type { Session } from '#shared/protocol/sync-status.ts';
import { words } from '../ui/i18n/i18n.ts';
import { categoryWord } from '../ui/tickets/words.ts';

/** What somebody is told whose rights changed under their hands; null when they are as they were. */
export function roleWords(before: Session | null, now: Session): string | null {
  if (before?.state !== 'signed_in' || now.state !== 'signed_in') return null;
  const { role, department } = now.user;
  if (before.user.role === role && before.user.department === department) return null;
  const roleWord = words(`desk:role.${role}`);
  return department === null || isAdmin(now.user)
    ? words('desk:role_now', { role: roleWord })
    : words('desk:role_now_in', { role: roleWord, department: categoryWord(department) });
}
