import { expect, it } from 'vitest';
import { i18n, words } from './i18n.ts';
import { adminEn } from './words/admin-pack.en.ts';
import { adminRu } from './words/admin-pack.ru.ts';
import { en } from './words/en.ts';
import { ru } from './words/ru.ts';

interface Text {
  key: string;
  text: string;
}

/** Every text of a tree of words, with its full key. */
function textsOf(tree: object, path = ''): Text[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const key = path === '' ? name : `${path}.${name}`;
    return typeof value === 'string' ? [{ key, text: value }] : textsOf(value as object, key);
  });
}

/** Called the same everywhere. */
const properNames = new Set(['API', 'CSV', 'FAQ', 'Telegram', 'Waypost', 'WhatsApp']);

const pluralForm = /_(?:one|few|many|other)$/;
const argumentsOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');

const english = textsOf({ ...en, ...adminEn });
const russian = textsOf({ ...ru, ...adminRu });

it('says the same in both languages', () => {
  const stems = (texts: readonly Text[]) => [...new Set(texts.map(({ key }) => key.replace(pluralForm, '')))];
  expect(stems(russian).toSorted()).toEqual(stems(english).toSorted());
});

it('takes the same arguments in both languages', () => {
  const englishByStem = new Map(english.map(({ key, text }) => [key.replace(/_one$/, '_other'), text]));
  const differing = russian.filter(({ key, text }) => {
    const same = englishByStem.get(key) ?? englishByStem.get(key.replace(pluralForm, '_other')) ?? '';
    // A form for exactly one may leave the number out.
    const wanted = argumentsOf(same).filter((name) => !(name === 'count' && key.endsWith('_one')));
    return wanted.some((name) => !argumentsOf(text).includes(name));
  });
  expect(differing).toEqual([]);
});

it('leaves nothing empty and nothing untranslated', () => {
  expect([...english, ...russian].filter(({ text }) => text.trim() === '')).toEqual([]);
  const latin = russian.filter(({ text }) => {
    const bare = text.replace(/\{\{\w+\}\}/g, '');
    return /[a-z]{3}/i.test(bare) && !/[а-яё]/i.test(bare) && !properNames.has(bare);
  });
  expect(latin.map(({ key }) => key)).toEqual([]);
});

it('follows the language, also with texts that were asked for before', async () => {
  expect(words('common:try_again')).toBe(en.common.try_again);
  i18n.addResourceBundle('ru', 'common', ru.common);
  await i18n.changeLanguage('ru');
  expect(words('common:try_again')).toBe(ru.common.try_again);
  await i18n.changeLanguage('en');
  expect(words('common:try_again')).toBe(en.common.try_again);
});
