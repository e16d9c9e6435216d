import { expect, it } from 'vitest';
import { byteSize } from '../byte-size.ts';
import { figure, share } from './figures.ts';

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_500, '1.5 kB'],
  [12_345_678, '12.3 MB'],
  [3e15, '3,000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(byteSize(bytes)).toBe(text);
});

it('groups figures and rounds shares', () => {
  expect(figure(1_234_567.89)).toBe('1,234,568');
  expect(figure(3.456, 1)).toBe('3.5');
  expect(share(0.876)).toBe('88%');
});
