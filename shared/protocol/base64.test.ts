import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

test('it is what everybody else calls base64, there and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
});

test('a piece more than one is put together without a seam', () => {
  const bytes = Uint8Array.from({ length: 60_001 }, (_unused, index) => index % 251);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});

test.each(['A', 'AA', 'AAA', 'AA=A', '====A===', 'AAA\n', 'ÄAAA', 'AA-_'])('%s is none', (text) => {
  expect(fromBase64(text)).toBeNull();
});
