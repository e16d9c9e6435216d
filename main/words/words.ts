import { desktopLanguages } from '#shared/protocol/desktop-menu.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import type { Words } from './shape.ts';

export type Language = (typeof desktopLanguages)[number];

const wordsByLanguage: Readonly<Record<Language, Words>> = { en, ru };

/** The language of a locale as the system names it; English for those that the app does not speak. */
export function languageOf(locale: string): Language {
  const [base] = locale.toLowerCase().split(/[-_]/);
  return desktopLanguages.find((language) => language === base) ?? 'en';
}

/** What the app says, in the language in force: asked for anew whenever something is said. */
export class Speech {
  #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  get words(): Words {
    return wordsByLanguage[this.#language];
  }

  get language(): Language {
    return this.#language;
  }

  use(language: Language): void {
    this.#language = language;
  }
}
