import type { SearchTerm } from './search-query.ts';
import { foldWords, wordsOf, type FoundWord } from './search-words.ts';

/** A stretch of text, and whether it is what was looked for. */
export interface SnippetPart {
  text: string;
  is_match: boolean;
}

interface Match {
  /** Which of the terms it is. */
  term: number;
  firstWord: number;
  lastWord: number;
}

/** Words of an excerpt; about two lines. */
const excerptWords = 24;
/** Enough to choose from, however long the text is. */
const maxMatches = 200;
/** Words before the first match. */
const leadWords = 5;

function isAt(
  words: readonly FoundWord[],
  index: number,
  sought: readonly string[],
  isPrefix: boolean,
): boolean {
  return sought.every((word, offset) => {
    const found = words[index + offset]?.folded;
    const isLast = offset === sought.length - 1;
    return found !== undefined && (isPrefix && isLast ? found.startsWith(word) : found === word);
  });
}

function findMatches(words: readonly FoundWord[], terms: readonly SearchTerm[]): Match[] {
  const matches: Match[] = [];
  for (const [term, { text, isPrefix, isExcluded }] of terms.entries()) {
    const sought = isExcluded ? [] : foldWords(text);
    if (sought.length === 0) continue;
    for (let index = 0; index + sought.length <= words.length; index += 1) {
      if (!isAt(words, index, sought, isPrefix)) continue;
      matches.push({ term, firstWord: index, lastWord: index + sought.length - 1 });
    }
  }
  return matches.toSorted((a, b) => a.firstWord - b.firstWord).slice(0, maxMatches);
}

/** Where an excerpt begins that holds the most different terms; the first such place. */
function bestStart(matches: readonly Match[]): number {
  let best = { start: 0, terms: 0 };
  for (const { firstWord } of matches) {
    const start = Math.max(0, firstWord - leadWords);
    const inside = matches.filter(
      (match) => match.firstWord >= start && match.lastWord < start + excerptWords,
    );
    const terms = new Set(inside.map(({ term }) => term)).size;
    if (terms > best.terms) best = { start, terms };
  }
  return best.start;
}

/** How many different terms the text holds. */
export function countTerms(text: string, terms: readonly SearchTerm[]): number {
  return new Set(findMatches([...wordsOf(text)], terms).map(({ term }) => term)).size;
}

/** The text with its matches told apart; `to` and `from` cut it out of a longer one. */
function split(
  text: string,
  matches: readonly Match[],
  words: readonly FoundWord[],
  from: number,
  to: number,
) {
  const parts: SnippetPart[] = [];
  let at = from;
  for (const { firstWord, lastWord } of matches) {
    const start = Math.max(at, words[firstWord]?.from ?? 0);
    const end = Math.min(to, words[lastWord]?.to ?? 0);
    if (start >= end) continue;
    if (start > at) parts.push({ text: text.slice(at, start), is_match: false });
    parts.push({ text: text.slice(start, end), is_match: true });
    at = end;
  }
  if (at < to) parts.push({ text: text.slice(at, to), is_match: false });
  return parts;
}

/** The whole text with what was looked for marked. */
export function highlight(text: string, terms: readonly SearchTerm[]): SnippetPart[] {
  const words = [...wordsOf(text)];
  return split(text, findMatches(words, terms), words, 0, text.length);
}

/** The part of the text with the most of what was looked for, cut at words; its beginning when nothing is there. */
export function snippetOf(text: string, terms: readonly SearchTerm[]): SnippetPart[] {
  const words = [...wordsOf(text)];
  const matches = findMatches(words, terms);
  const start = bestStart(matches);
  const isWhole = words.length <= start + excerptWords;
  const from = start === 0 ? 0 : (words[start]?.from ?? 0);
  const to = isWhole ? text.length : (words[start + excerptWords - 1]?.to ?? text.length);
  const parts = split(text, matches, words, from, to);
  const dots = { text: '…', is_match: false };
  return [...(start === 0 ? [] : [dots]), ...parts, ...(isWhole ? [] : [dots])];
}
