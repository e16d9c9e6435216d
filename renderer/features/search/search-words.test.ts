import { expect, it } from 'vitest';
import type { SearchHit } from '#shared/protocol/ipc.ts';
import { ticketRow } from '../../ui/tickets/test-rows.ts';
import { countText, scopeText } from './search-words.ts';

const hit: SearchHit = { ticket: ticketRow(), subject: [], requester: [], excerpt: [] };

it('counts what was found', () => {
  expect(countText(null)).toBe('');
  expect(countText({ hits: [], is_complete: true })).toBe('Nothing found');
  expect(countText({ hits: [hit], is_complete: true })).toBe('1 ticket');
  expect(countText({ hits: [hit, hit], is_complete: true })).toBe('2 best matches');
});

it('does not claim more than was searched', () => {
  expect(scopeText({ hits: [], is_complete: true })).toContain('older closed tickets are on the node');
  expect(scopeText({ hits: [], is_complete: false })).toContain('not searched yet');
});
