import { failureText } from '../../ui/admin/failure-text.ts';
import { words } from '../../ui/i18n/i18n.ts';
import type { NodeSearch } from '../../store/node-search-state.ts';
import type { Searched, SearchRow } from './search-rows.ts';

/** How much was found, in words; nothing while the answer is on its way. */
export function countText({ found, nodeSearch }: Searched, rows: readonly SearchRow[]): string {
  if (found === null && nodeSearch?.phase !== 'ready') return '';
  const count = rows.filter(({ kind }) => kind !== 'ask').length;
  return count === 0 ? words('search:nothing') : words('search:best', { count });
}

function nodeText(nodeSearch: NodeSearch): string {
  switch (nodeSearch.phase) {
    case 'searching':
      return words('search:asking');
    case 'failed':
      return words('search:node_failed', { reason: failureText(nodeSearch.error) });
    case 'ready': {
      const { has_more: hasMore, is_complete: isComplete } = nodeSearch.found;
      if (!isComplete) return words('search:node_newest');
      return words(hasMore ? 'search:node_more' : 'search:node_too');
    }
  }
}

/** Filters that the node left out, in words; null when it understood all. */
function leftOutText(nodeSearch: NodeSearch | null): string | null {
  if (nodeSearch?.phase !== 'ready' || nodeSearch.found.problems.length === 0) return null;
  const filters = nodeSearch.found.problems.map(({ field, value }) => `${field}:${value}`).join(', ');
  return words('search:left_out', { filters });
}

/** What was searched on this computer and what on the node, and what was not. */
export function scopeText({ found, nodeSearch, isLive }: Searched): string {
  const isAlone = nodeSearch === null && !isLive;
  const here = words(isAlone ? 'search:here_only' : 'search:here');
  return [
    found === null ? null : found.is_complete ? here : words('search:preparing'),
    found?.is_newest_only === true ? words('search:here_newest') : null,
    nodeSearch === null ? (isLive ? words('search:older') : null) : nodeText(nodeSearch),
    leftOutText(nodeSearch),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}
