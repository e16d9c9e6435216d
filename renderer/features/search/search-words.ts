import type { Found } from '#shared/protocol/ipc.ts';

/** How much was found, in words; nothing while the answer is on its way. */
export function countText(found: Found | null): string {
  if (found === null) return '';
  const { length } = found.hits;
  if (length === 0) return 'Nothing found';
  return length === 1 ? '1 ticket' : `${length} best matches`;
}

/** What was searched, and what was not. */
export function scopeText(found: Found | null): string {
  return found?.is_complete === false
    ? 'Still preparing: some tickets on this computer are not searched yet.'
    : 'Searched on this computer; older closed tickets are on the node.';
}
