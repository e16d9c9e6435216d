import { expect, it } from 'vitest';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { languageOf, Speech } from './words.ts';

it.each([
  ['ru-RU', 'ru'],
  ['ru_RU', 'ru'],
  ['en-GB', 'en'],
  ['de', 'en'],
  ['', 'en'],
] as const)('speaks by the locale %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

it('changes the language in mid-sentence', () => {
  const speech = new Speech('en');
  expect(speech.words.tray.unread(2)).toBe('2 unread');
  speech.use('ru');
  expect(speech.words.tray.unread(2)).toBe('непрочитанных: 2');
});

it.each([
  [1, '1 change', '1 изменение ждёт'],
  [2, '2 changes', '2 изменения ждут'],
  [5, '5 changes', '5 изменений ждут'],
  [11, '11 changes', '11 изменений ждут'],
  [21, '21 changes', '21 изменение ждёт'],
])('counts %i', (n, english, russian) => {
  expect(en.status.waiting(n)).toBe(`${english} waiting`);
  expect(ru.status.waiting(n)).toBe(russian);
});
