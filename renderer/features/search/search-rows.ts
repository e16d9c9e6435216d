import type { Found, SearchHit } from '#shared/protocol/ticket-list.ts';
import type { NodeHit } from '../../store/node-search-call.ts';
import type { NodeSearch } from '../../store/node-search-state.ts';

/** What can be chosen under the search box: a ticket that was found here, asking the node, or what that found. */
export type SearchRow = { kind: 'here'; hit: SearchHit } | { kind: 'ask' } | { kind: 'node'; hit: NodeHit };

export interface Searched {
  found: Found | null;
  nodeSearch: NodeSearch | null;
  isLive: boolean;
}

/** What was found here, then what only the node found, or the way to ask it. */
export function searchRows({ found, nodeSearch, isLive }: Searched): SearchRow[] {
  const hits = found?.hits ?? [];
  const here = hits.map((hit): SearchRow => ({ kind: 'here', hit }));
  if (nodeSearch?.phase === 'ready') {
    const held = new Set(hits.map(({ ticket }) => ticket.uid));
    const others = nodeSearch.found.hits.filter(({ uid }) => !held.has(uid));
    return [...here, ...others.map((hit): SearchRow => ({ kind: 'node', hit }))];
  }
  const canAsk = isLive && nodeSearch?.phase !== 'searching';
  return canAsk ? [...here, { kind: 'ask' }] : here;
}
