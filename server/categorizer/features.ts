import { contentWords } from '../language/words.ts';

/** How much of a text is looked at; what a ticket is about stands at its beginning. */
const longestText = 4_000;
const pairWeight = 0.6;
const pieceWeight = 0.25;
const pieceLength = 4;

/** Weights by feature; the length of the vector is 1. */
export type Features = ReadonlyMap<string, number>;

/**
 * A text as a classifier sees it: its words, neighbouring pairs of them, and pieces of long ones, so that a
 * misspelled or compound word still counts for something. Repeating a word adds little.
 */
export function featuresOf(text: string): Features {
  const counts = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    counts.set(feature, (counts.get(feature) ?? 0) + weight);
  };
  const words = contentWords(text.slice(0, longestText));
  for (const [index, word] of words.entries()) {
    add(word, 1);
    const next = words[index + 1];
    if (next !== undefined) add(`${word} ${next}`, pairWeight);
    for (let at = 0; at + pieceLength < word.length; at += 1) {
      add(`#${word.slice(at, at + pieceLength)}`, pieceWeight);
    }
  }
  return normalise(counts);
}

function normalise(counts: Map<string, number>): Features {
  let squares = 0;
  for (const [feature, count] of counts) {
    const weight = Math.sqrt(count);
    counts.set(feature, weight);
    squares += count;
  }
  const length = Math.sqrt(squares);
  for (const [feature, weight] of counts) counts.set(feature, weight / length);
  return counts;
}
