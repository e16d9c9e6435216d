import type { SearchTerm } from '../model/search-query.ts';

function termMatch({ text, isPrefix }: SearchTerm): string {
  const number = /^#(\d+)$/.exec(text)?.[1];
  const phrase = `"${(number ?? text).replaceAll('"', ' ')}"${isPrefix ? '*' : ''}`;
  return number === undefined ? phrase : `number : ${phrase}`;
}

/** The terms that must occur, without those that must not; null when none must. */
export function matchOfTerms(terms: readonly SearchTerm[]): string | null {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded).map(termMatch);
  if (wanted.length === 0) return null;
  const unwanted = unwantedMatchOf(terms);
  return unwanted === null ? wanted.join(' AND ') : `(${wanted.join(' AND ')}) NOT (${unwanted})`;
}

export function unwantedMatchOf(terms: readonly SearchTerm[]): string | null {
  const unwanted = terms.filter(({ isExcluded }) => isExcluded).map(termMatch);
  return unwanted.length === 0 ? null : unwanted.join(' OR ');
}

/** Plain words as a query of the index: every word must occur, the last one may be unfinished. Null for no word. */
export function matchOf(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return matchOfTerms(
    words.map((word, index) => ({
      text: word,
      isPhrase: false,
      isPrefix: index === words.length - 1,
      isExcluded: false,
    })),
  );
}
