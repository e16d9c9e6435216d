import { createInstance, type FlatNamespace, type TFunction } from 'i18next';
import type { adminEn } from './words/admin-pack.en.ts';
import { en } from './words/en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof en & typeof adminEn;
    /** `{{name}}` in a text is an argument that a call must not forget. */
    strictInterpolationChecks: true;
  }
}

type Namespaces = ['common', ...(keyof typeof en | keyof typeof adminEn)[]];

/** The words of this window. English is there from the first moment, so that a word can be asked for at any time. */
export const i18n = createInstance();
void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  resources: { en },
  // The resources are at hand: nothing has to be waited for.
  initAsync: false,
  // React escapes what it shows, and toasts and titles are plain text.
  interpolation: { escapeValue: false },
});

/** Texts in the present language, by key and arguments: a list asks for the same few of them hundreds of times. */
const textByKey = new Map<string, string>();
/** With arguments there is no end of them. */
const mostTexts = 5_000;
i18n.on('languageChanged', () => textByKey.clear());
i18n.store.on('added', () => textByKey.clear());

/** Which keys and arguments there are is said by the type of `words`. */
const translate = i18n.t as unknown as (key: string, args?: object) => string;

function textOf(key: string, args?: object): string {
  const asked = args === undefined ? key : `${key} ${JSON.stringify(args)}`;
  const known = textByKey.get(asked);
  if (known !== undefined) return known;
  const text = translate(key, args);
  if (textByKey.size >= mostTexts) textByKey.clear();
  textByKey.set(asked, text);
  return text;
}

/** A text by its namespace and key: `words('time:today')`. Read it anew when it is shown. */
export const words = textOf as unknown as TFunction<Namespaces>;

type Asked = FlatNamespace | readonly [FlatNamespace, ...FlatNamespace[]];

const wordsByNamespace = new Map<string, typeof textOf>();

/**
 * The texts of a namespace by their keys alone, and of others by both: `wordsOf(['ticket', 'common'])`. Another language
 * draws everything anew (app.tsx), so that nothing has to listen for it.
 */
export function wordsOf<const Of extends Asked>(namespaces: Of): TFunction<Of> {
  const first = typeof namespaces === 'string' ? namespaces : namespaces[0];
  const known = wordsByNamespace.get(first);
  const wordsOfIt =
    known ?? ((key: string, args?: object) => textOf(key.includes(':') ? key : `${first}:${key}`, args));
  wordsByNamespace.set(first, wordsOfIt);
  return wordsOfIt as unknown as TFunction<Of>;
}
