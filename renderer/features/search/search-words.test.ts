import { expect, it } from 'vitest';
import type { Found, SearchHit } from '#shared/protocol/ticket-list.ts';
import type { NodeHit } from '../../store/node-search-call.ts';
import type { NodeSearch } from '../../store/node-search-state.ts';
import { ticketRow, uidOf } from '../../ui/tickets/test-rows.ts';
import { searchRows, type Searched } from './search-rows.ts';
import { countText, scopeText } from './search-words.ts';

const texts = { subject: [], requester: [], excerpt: [] };
const hit: SearchHit = { ticket: ticketRow(), ...texts };
const other: SearchHit = { ticket: ticketRow({ uid: uidOf(2) }), ...texts };
const nodeHit = (number: number): NodeHit => ({
  uid: uidOf(number),
  ticket: { id: number, status: 'closed', closed_at: 0 },
  ...texts,
});
const found = (hits: readonly SearchHit[] = []): Found => ({
  hits: [...hits],
  is_complete: true,
  is_newest_only: false,
});
const ready = (fields: Partial<Extract<NodeSearch, { phase: 'ready' }>['found']> = {}): NodeSearch => ({
  phase: 'ready',
  found: { hits: [], has_more: false, is_complete: true, problems: [], ...fields },
});
const searched = (fields: Partial<Searched> = {}): Searched => ({
  found: found(),
  nodeSearch: null,
  isLive: true,
  ...fields,
});
const counted = (fields: Partial<Searched>): string =>
  countText(searched(fields), searchRows(searched(fields)));

it('counts what was found, here and on the node', () => {
  expect(counted({ found: null })).toBe('');
  expect(counted({})).toBe('Nothing found');
  expect(counted({ found: found([hit]) })).toBe('1 ticket');
  expect(counted({ found: found([hit, other]) })).toBe('2 best matches');
  expect(counted({ found: found([hit]), nodeSearch: ready({ hits: [nodeHit(1), nodeHit(7)] }) })).toBe(
    '2 best matches',
  );
});

it('shows each ticket once, and offers the node only while it can be asked', () => {
  const kinds = (fields: Partial<Searched>) => searchRows(searched(fields)).map(({ kind }) => kind);
  expect(kinds({ found: found([hit]) })).toEqual(['here', 'ask']);
  expect(kinds({ found: found([hit]), isLive: false })).toEqual(['here']);
  expect(kinds({ nodeSearch: { phase: 'searching' } })).toEqual([]);
  expect(kinds({ nodeSearch: { phase: 'failed', error: { kind: 'internal', message: '' } } })).toEqual([
    'ask',
  ]);
  const rows = searchRows(
    searched({ found: found([hit]), nodeSearch: ready({ hits: [nodeHit(1), nodeHit(7)] }) }),
  );
  expect(rows).toEqual([
    { kind: 'here', hit },
    { kind: 'node', hit: nodeHit(7) },
  ]);
});

it.each<[string, Partial<Searched>]>([
  ['', { found: null, isLive: false }],
  ['Searched on this computer. Older closed tickets are on the node.', {}],
  ['Searched on this computer only: the node cannot be reached.', { isLive: false }],
  ['Searched on this computer. Asking the node…', { nodeSearch: { phase: 'searching' } }],
  ['Searched on this computer. Searched on the node, too.', { nodeSearch: ready() }],
  [
    'Searched on this computer. The node has more; another word narrows them down.',
    { nodeSearch: ready({ has_more: true }) },
  ],
  [
    'Searched on this computer. The words are so common that only the newest tickets of the node were searched.',
    { nodeSearch: ready({ is_complete: false, has_more: true }) },
  ],
  [
    'Searched on this computer. The node was not searched: The node cannot be reached',
    { nodeSearch: { phase: 'failed', error: { kind: 'unavailable', message: 'ECONNREFUSED' } } },
  ],
  [
    'Searched on this computer. Searched on the node, too. Left out, as it makes no sense: status:blue',
    { nodeSearch: ready({ problems: [{ field: 'status', value: 'blue' }] }) },
  ],
])('says what was searched where: %s', (text, fields) => {
  expect(scopeText(searched(fields))).toBe(text);
});

it('does not claim more than was searched here', () => {
  const common = { ...found(), is_newest_only: true };
  expect(scopeText(searched({ found: common, isLive: false }))).toContain('only the newest tickets');
  const preparing = { ...found(), is_complete: false };
  expect(scopeText(searched({ found: preparing, isLive: false }))).toContain('not searched yet');
});
