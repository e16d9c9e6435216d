import { rememberedText, rememberText } from '../remembered.ts';
import { i18n } from './i18n.ts';

export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

/** What an agent can choose; `system` follows the browser or the operating system. */
export const languageChoices = ['system', ...languages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** Each language by its own name, so that it is found by those who read it. */
export const nameByLanguage: Record<Language, string> = { en: 'English', ru: 'Русский' };

const localeByLanguage: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU' };

const baseOf = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? '';

/** The language that a choice comes to, given what the system prefers, best first. */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const wanted = preferred.map(baseOf);
  return wanted.flatMap((base) => languages.filter((language) => language === base))[0] ?? 'en';
}

/** How dates and numbers are written: as the system writes this language, if it has a way of its own. */
export function localeOf(language: Language, preferred: readonly string[]): string {
  return preferred.find((locale) => baseOf(locale) === language) ?? localeByLanguage[language];
}

let locale = localeByLanguage.en;

/** The locale of dates and numbers in this window. */
export function currentLocale(): string {
  return locale;
}

/** What was chosen on this computer. */
export function languageChoice(): LanguageChoice {
  const text = rememberedText('language');
  return languageChoices.find((choice) => choice === text) ?? 'system';
}

/** The words of a part of the interface that not everybody opens; they come with it. */
export interface WordPack {
  en: Readonly<Record<string, object>>;
  ru: () => Promise<Readonly<Record<string, object>>>;
}

const packs = new Set<WordPack>();
const russianPacks = new Set<WordPack>();

function addTexts(language: Language, texts: WordPack['en']): void {
  for (const [namespace, each] of Object.entries(texts)) i18n.addResourceBundle(language, namespace, each);
}

async function addRussian(pack: WordPack): Promise<void> {
  if (russianPacks.has(pack)) return;
  addTexts('ru', await pack.ru());
  russianPacks.add(pack);
}

/** Makes the words of a part known; settles once the part can be shown in the present language. */
export async function addWords(pack: WordPack): Promise<void> {
  if (!packs.has(pack)) addTexts('en', pack.en);
  packs.add(pack);
  if (i18n.language === 'ru') await addRussian(pack);
}

async function show(choice: LanguageChoice): Promise<void> {
  const preferred = navigator.languages;
  const language = languageOf(choice, preferred);
  if (language === 'ru') {
    if (!i18n.hasResourceBundle('ru', 'common')) addTexts('ru', (await import('./words/ru.ts')).ru);
    for (const pack of packs) await addRussian(pack);
  }
  locale = localeOf(language, preferred);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = i18n.dir(language);
}

/** Speaks the language chosen on this computer, and goes along when another window or the system changes it. */
export async function startLanguage(): Promise<void> {
  window.addEventListener('languagechange', () => void show(languageChoice()));
  window.addEventListener('storage', () => void show(languageChoice()));
  await show(languageChoice());
}

export async function chooseLanguage(choice: LanguageChoice): Promise<void> {
  rememberText('language', choice);
  await show(choice);
}
