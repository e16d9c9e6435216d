/**
 * How well the letters fit into the text in their order, 0 when they do not. Letters that begin a word and letters that
 * follow each other are what people type, so they count for more; a short text for a little more than a long one.
 */
export function fuzzyScore(letters: string, text: string): number {
  const wanted = letters.toLowerCase().replace(/\s+/g, '');
  const hay = text.toLowerCase();
  let score = 1;
  let at = -1;
  for (const letter of wanted) {
    const next = placeOf(hay, letter, at);
    if (next === -1) return 0;
    if (next === at + 1 && at >= 0) score += 4;
    else if (isWordStart(hay, next)) score += 3;
    at = next;
  }
  return score + 1 / (hay.length + 1);
}

/** Of 4 for letters in a row and 3 for beginnings of words; less is letters picked from here and there. */
const closeMean = 2.5;

/** Whether the letters stand in the text as people type what they mean, and not by chance. */
export function isClose(letters: string, text: string): boolean {
  const count = letters.replace(/\s+/g, '').length;
  return fuzzyScore(letters, text) - 1 >= closeMean * count;
}

const isWordStart = (text: string, at: number): boolean =>
  at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/** The next place of a letter: right behind the last one, else at the start of a word, else anywhere. */
function placeOf(text: string, letter: string, after: number): number {
  const first = text.indexOf(letter, after + 1);
  if (first === after + 1) return first;
  for (let at = first; at !== -1; at = text.indexOf(letter, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return first;
}

/** What fits, the best first; everything, as it stands, while nothing is typed. */
export function fuzzyFiltered<Item extends { label: string }>(
  items: readonly Item[],
  letters: string,
): Item[] {
  if (letters.trim() === '') return [...items];
  return items
    .map((item) => ({ item, score: fuzzyScore(letters, item.label) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
