import { expect, it } from 'vitest';
import { decodeFile, splitFile } from './split-file.ts';

it('reads UTF-8, and what spreadsheets write by habit', () => {
  expect(decodeFile(new TextEncoder().encode('\uFEFFтема,é'), 'ru')).toBe('тема,é');
  expect(decodeFile(Uint8Array.of(0xf2, 0xe5, 0xec, 0xe0), 'ru-RU')).toBe('тема');
  expect(decodeFile(Uint8Array.of(0xe9), 'en-GB')).toBe('é');
});

it('cuts between characters alone', () => {
  const text = 'ab😀cd';
  expect(splitFile(text, 3)).toEqual(['ab', '😀c', 'd']);
  expect(splitFile(text, 3).join('')).toBe(text);
  expect(splitFile('', 3)).toEqual([]);
});
