import { expect, it } from 'vitest';
import { languageOf, localeOf } from './language.ts';

it.each([
  ['en', ['ru-RU'], 'en'],
  ['system', ['ru', 'en-US'], 'ru'],
  ['system', ['de-DE', 'ru-RU', 'en-US'], 'ru'],
  ['system', ['de-DE'], 'en'],
  ['system', [], 'en'],
] as const)('speaks by the choice %s where %j is preferred', (choice, preferred, language) => {
  expect(languageOf(choice, preferred)).toBe(language);
});

it('writes dates as the system does, where it knows the language', () => {
  expect(localeOf('en', ['ru-RU', 'en-US'])).toBe('en-US');
  expect(localeOf('ru', ['en-US'])).toBe('ru-RU');
});
