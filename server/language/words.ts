import { isEmptyWord } from '#shared/model/empty-words.ts';

const longestWord = 40;

/** The words of a text in lower case, accents off, in their order. */
function splitWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? []).filter((word) => word.length <= longestWord);
}

/** Takes the commonest English endings off, so that "resetting", "resets" and "reset" are one word. */
function stem(word: string): string {
  const bare = word.replace(/'(s|t|re|ve|ll|d|m)$/u, '');
  if (bare.length <= 4) return bare.replace(/([^su])s$/u, '$1');
  return bare
    .replace(/(ss|x|ch|sh)es$/u, '$1')
    .replace(/ies$/u, 'y')
    .replace(/([^su])s$/u, '$1')
    .replace(/(?:ing|ed)$/u, '')
    .replace(/([bdgklmnprt])\1$/u, '$1')
    .replace(/e$/u, '');
}

/** What the text is about: its words, stemmed, without the empty ones. */
export function contentWords(text: string): string[] {
  return splitWords(text)
    .filter((word) => !isEmptyWord(word))
    .map(stem);
}
