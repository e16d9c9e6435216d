import { desktopLanguages } from '#shared/protocol/desktop-menu.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** The words of one language: the same shape in each. */
export type Words = Widened<typeof en>;

type Widened<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string
    ? string
    : Tree[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : Widened<Tree[Key]>;
};

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
