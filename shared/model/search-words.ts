/** A word of a text, and where it stands there. */
export interface FoundWord {
  /** Without case and accents, as words are compared. */
  folded: string;
  from: number;
  to: number;
}

const wordPattern = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** Without case and accents: "Élan" is "elan". */
export function foldWord(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The words of a text, as a full-text index sees them. */
export function* wordsOf(text: string): Generator<FoundWord> {
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    const folded = foldWord(word);
    if (folded !== '') yield { folded, from: index, to: index + word.length };
  }
}

export function foldWords(text: string): string[] {
  return Array.from(wordsOf(text), ({ folded }) => folded);
}
