import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentMs, parseSearch, type SearchTerm } from './search-query.ts';

const word = (text: string, fields: Partial<SearchTerm> = {}): SearchTerm => ({
  text,
  isPhrase: false,
  isPrefix: false,
  isExcluded: false,
  ...fields,
});

describe('words', () => {
  test.each<[string, SearchTerm[]]>([
    ['', []],
    ['   ', []],
    ['refund card', [word('refund'), word('card')]],
    ['"charged twice"', [word('charged twice', { isPhrase: true })]],
    ['"charged twice', [word('charged twice', { isPhrase: true })]],
    ['ref*', [word('ref', { isPrefix: true })]],
    ['-refund', [word('refund', { isExcluded: true })]],
    ['-"charged twice"', [word('charged twice', { isPhrase: true, isExcluded: true })]],
    ['возврат', [word('возврат')]],
    ['http://example.org', [word('http://example.org')]],
    ['re:invoice', [word('re:invoice')]],
    ['constructor:x', [word('constructor:x')]],
    ['* - "" ?!', []],
  ])('%j', (text, terms) => {
    expect(parseSearch(text)).toEqual({ terms, filters: [], problems: [] });
  });

  test('the last one is unfinished while somebody types', () => {
    const typed = (text: string) => parseSearch(text, { isTyping: true }).terms;
    expect(typed('refund ca')).toEqual([word('refund'), word('ca', { isPrefix: true })]);
    expect(typed('refund ca ')).toEqual([word('refund'), word('ca')]);
    expect(typed('"refund ca"')).toEqual([word('refund ca', { isPhrase: true })]);
    expect(typed('ca*')).toEqual([word('ca', { isPrefix: true })]);
  });
});

describe('filters', () => {
  test.each([
    ['status:on_hold', { field: 'status', values: ['on_hold'] }],
    ['status:open', { field: 'status', values: ['new', 'opened'] }],
    ['STATUS:Waiting,new', { field: 'status', values: ['on_hold', 'waiting_user', 'new'] }],
    ['is:done', { field: 'status', values: ['resolved', 'waiting_approval', 'closed', 'cancelled'] }],
    ['-priority:low', { field: 'priority', values: ['low'], isExcluded: true }],
    ['category:loan', { field: 'category', values: ['loan'] }],
    ['source:web,api', { field: 'source', values: ['web', 'api'] }],
    ['assignee:me', { field: 'assignee', values: [{ kind: 'me' }] }],
    ['assignee:none,7', { field: 'assignee', values: [{ kind: 'none' }, { kind: 'id', id: 7 }] }],
    ['assignee:@Robin', { field: 'assignee', values: [{ kind: 'name', name: 'Robin' }] }],
    ['tag:vip', { field: 'tag', values: ['vip'] }],
    ['tag:"very important"', { field: 'tag', values: ['very important'] }],
    ['from:robin@example.org', { field: 'requester', values: ['robin@example.org'] }],
    ['before:2026-12-31', { field: 'before', moment: { kind: 'day', day: '2026-12-31' } }],
    ['after:7d', { field: 'after', moment: { kind: 'ago', days: 7 } }],
  ])('%s', (text, filter) => {
    expect(parseSearch(text)).toEqual({
      terms: [],
      filters: [{ isExcluded: false, ...filter }],
      problems: [],
    });
  });

  test.each([
    ['status:sideways', 'status', 'sideways'],
    ['status:', 'status', ''],
    ['priority:P1', 'priority', 'P1'],
    ['before:yesterday', 'before', 'yesterday'],
    ['after:2026-02-30', 'after', '2026-02-30'],
    ['after:7d,8d', 'after', '7d,8d'],
    ['tag:""', 'tag', ''],
  ])('%s makes no sense, and is told', (text, field, value) => {
    const { terms, filters, problems } = parseSearch(text);
    expect([terms, filters]).toEqual([[], []]);
    expect(problems).toMatchObject([{ field, value }]);
  });

  test('beside words, in any order', () => {
    const { terms, filters } = parseSearch('refund status:open "my card" -tag:spam');
    expect(terms.map(({ text }) => text)).toEqual(['refund', 'my card']);
    expect(filters.map(({ field }) => field)).toEqual(['status', 'tag']);
  });

  test('days are UTC, and days ago are from now on', () => {
    expect(momentMs({ kind: 'day', day: '2026-01-02' }, 0)).toBe(Date.UTC(2026, 0, 2));
    expect(momentMs({ kind: 'ago', days: 2 }, 1_000_000_000)).toBe(1_000_000_000 - 2 * 86_400_000);
  });
});

test('anything at all is understood somehow, and in time', () => {
  const pieces = fc.constantFrom('"', ':', '-', '*', ' ', 'status', 'tag', 'open', 'a', '\0', 'ß', ',', '(');
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(texts, fc.boolean(), (text, isTyping) => {
      const { terms } = parseSearch(text, { isTyping });
      for (const term of terms) expect(term.text).toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});
