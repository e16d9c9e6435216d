import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch } from './search-query.ts';
import { countTerms, highlight, snippetOf, type SnippetPart } from './search-snippet.ts';

const shown = (parts: readonly SnippetPart[]): string =>
  parts.map(({ text, is_match }) => (is_match ? `[${text}]` : text)).join('');
const marked = (text: string, query: string): string => shown(highlight(text, parseSearch(query).terms));

test.each([
  ['The card was charged twice.', 'card', 'The [card] was charged twice.'],
  ['The card was charged twice.', '"charged twice" CARD', 'The [card] was [charged twice].'],
  ['The card was charged twice.', 'char*', 'The card was [charged] twice.'],
  ['The card was charged twice.', 'char', 'The card was charged twice.'],
  ['The card was charged twice.', '-card', 'The card was charged twice.'],
  ['Crème brûlée, ÉCLAIR', 'creme eclair', '[Crème] brûlée, [ÉCLAIR]'],
  ['Оплата не прошла', 'оплат*', '[Оплата] не прошла'],
  ['mail robin@example.org now', 'robin@example.org', 'mail [robin@example.org] now'],
  ['', 'card', ''],
])('%j for %j is %j', (text, query, result) => {
  expect(marked(text, query)).toBe(result);
});

test('an excerpt is where most of the words are', () => {
  const filler = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');
  const text = `card ${filler} refund of the card ${filler}`;
  const { terms } = parseSearch('card refund');
  expect(shown(snippetOf(text, terms))).toMatch(
    /^…w55 w56 w57 w58 w59 \[refund\] of the \[card\] w0 .* w14…$/,
  );
  expect(countTerms(text, terms)).toBe(2);
  expect(shown(snippetOf(filler, terms))).toBe(`${filler.split(' ').slice(0, 24).join(' ')}…`);
});

test('what is marked adds up to the text again', () => {
  const texts = fc.array(fc.constantFrom('card', 'Card', 'é', ' ', '-', 'refund', '\n'), { maxLength: 60 });
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('');
      const parts = highlight(text, parseSearch('card "refund card" e*').terms);
      expect(parts.map((part) => part.text).join('')).toBe(text);
    }),
  );
});
