import { assert, integer, lorem, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from './split-text.ts';

const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '');

test('no part is too long, none is empty, and nothing but space is lost', () => {
  const text = oneof(string({ unit: 'grapheme', maxLength: 300 }), lorem({ maxCount: 60 }));
  assert(
    property(text, integer({ min: 2, max: 50 }), (whole, maxLength) => {
      const parts = splitText(whole, maxLength);
      expect(withoutSpace(parts.join(''))).toBe(withoutSpace(whole));
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(maxLength);
        expect(part.isWellFormed()).toBe(true);
        if (parts.length > 1) expect(part).not.toBe('');
      }
    }),
  );
});

test.each([
  ['short', 10, ['short']],
  ['one two three', 8, ['one two', 'three']],
  ['The first one\n\nThe second', 20, ['The first one', 'The second']],
  ['aaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aa']],
  ['ab😀cd', 3, ['ab', '😀c', 'd']],
])('%j in parts of %i', (text, maxLength, parts) => {
  expect(splitText(text, maxLength)).toEqual(parts);
});
