import type { Found } from '#shared/protocol/ipc.ts';
import { words } from '../../ui/i18n/i18n.ts';

/** How much was found, in words; nothing while the answer is on its way. */
export function countText(found: Found | null): string {
  if (found === null) return '';
  const { length } = found.hits;
  return length === 0 ? words('search:nothing') : words('search:best', { count: length });
}

/** What was searched, and what was not. */
export function scopeText(found: Found | null): string {
  return found?.is_complete === false ? words('search:preparing') : words('search:local');
}
