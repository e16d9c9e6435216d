import { contentWords } from '../language/words.ts';
import type { Faq } from './faq.repo.ts';

export interface FaqHit {
  faq: Faq;
  /** From 0 to 1: how much of what was asked the entry is about. */
  confidence: number;
}

interface Entry {
  faq: Faq;
  countByWord: ReadonlyMap<string, number>;
  length: number;
}

/** BM25's usual constants: how soon repetition stops counting, and how much long texts are held back. */
const saturation = 1.2;
const lengthShare = 0.75;
/** The question and the tags say more about an entry than its answer does. */
const questionWeight = 3;

/** Searches the entries by Okapi BM25, in memory: a desk has hundreds of them, not millions. */
export class FaqIndex {
  readonly #entries: readonly Entry[];
  readonly #entriesByWord: ReadonlyMap<string, number>;
  readonly #meanLength: number;

  constructor(faqs: readonly Faq[]) {
    this.#entries = faqs.map(readEntry);
    const total = this.#entries.reduce((sum, { length }) => sum + length, 0);
    this.#meanLength = Math.max(1, total / Math.max(1, this.#entries.length));
    const entriesByWord = new Map<string, number>();
    for (const { countByWord } of this.#entries) {
      for (const word of countByWord.keys()) entriesByWord.set(word, (entriesByWord.get(word) ?? 0) + 1);
    }
    this.#entriesByWord = entriesByWord;
  }

  /** The entry that fits best; null when none has a word of the query. */
  best(query: string): FaqHit | null {
    return this.ranked(query, 1)[0] ?? null;
  }

  /** The entries that have a word of the query, the best first. */
  ranked(query: string, limit: number): FaqHit[] {
    const words = [...new Set(contentWords(query))];
    return this.#entries
      .map((entry) => ({ entry, score: words.reduce((sum, word) => sum + this.#scoreOf(word, entry), 0) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ entry }) => ({ faq: entry.faq, confidence: this.#coverage(words, entry) }));
  }

  #scoreOf(word: string, { countByWord, length }: Entry): number {
    const count = countByWord.get(word) ?? 0;
    if (count === 0) return 0;
    const reach = 1 - lengthShare + (lengthShare * length) / this.#meanLength;
    return (this.#weightOf(word) * count * (saturation + 1)) / (count + saturation * reach);
  }

  /** BM25 ranks, but its scores know no upper end. The share of the query that is met, rare words first, does. */
  #coverage(words: readonly string[], { countByWord }: Entry): number {
    const weigh = (some: readonly string[]): number =>
      some.reduce((sum, word) => sum + this.#weightOf(word), 0);
    return weigh(words.filter((word) => countByWord.has(word))) / weigh(words);
  }

  /** The fewer entries have the word, the more it says. Never zero, also on a desk with a single entry. */
  #weightOf(word: string): number {
    const total = this.#entries.length + 1;
    return Math.log(1 + total / ((this.#entriesByWord.get(word) ?? 0) + 0.5));
  }
}

function readEntry(faq: Faq): Entry {
  const countByWord = new Map<string, number>();
  let length = 0;
  const add = (text: string, weight: number): void => {
    for (const word of contentWords(text)) {
      countByWord.set(word, (countByWord.get(word) ?? 0) + weight);
      length += weight;
    }
  };
  add(faq.question, questionWeight);
  add((JSON.parse(faq.tags) as string[]).join(' '), questionWeight);
  add(faq.answer, 1);
  return { faq, countByWord, length };
}
