import type { Clock } from '#shared/model/clock.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { ItCategory } from './category.ts';
import { trainClassifier, type Classifier } from './classifier.ts';
import { listCorrections, readCorrectionMark, upsertCorrection, type Correction } from './correction.repo.ts';
import { shippedExamples } from './examples/shipped-examples.ts';

/** The newest corrections that count, so that training takes no longer on an old desk. */
const maxCorrections = 1_000;

/** A category that was found in the text, as the columns that say so. */
export interface FoundCategory {
  chosenCategory: { vocabulary: 'it'; word: ItCategory };
  auto_categorized: number;
  /** How often such a finding is right. */
  confidence_score: number;
}

interface Trained {
  /** What the corrections were when it was trained. */
  mark: string;
  classify: Classifier;
}

let shipped: Promise<Classifier> | null = null;

/** What a desk without corrections has; it is the same for each, so that one process trains it once. */
function trainOnShipped(): Promise<Classifier> {
  shipped ??= trainClassifier(shippedExamples);
  return shipped;
}

/** Finds a ticket's category from its text, and learns from the desk's own corrections. */
export class CategorizerService {
  readonly #database: Database;
  readonly #clock: Clock;
  #trained: Promise<Trained> | null = null;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** What a ticket with this text is to be stored with. */
  async categorize(subject: string, description: string): Promise<FoundCategory> {
    const { classify } = await this.#train();
    const { category, confidence } = classify(`${subject}\n${description}`);
    return {
      chosenCategory: { vocabulary: 'it', word: category },
      auto_categorized: 1,
      // 1 is what somebody chose.
      confidence_score: Math.min(0.99, Math.round(confidence * 100) / 100),
    };
  }

  /** Trains before the first use, for callers about to open a transaction, which must not wait for it. */
  async learnOnce(): Promise<void> {
    await this.#train();
  }

  /** Keeps what staff chose instead, as part of the change itself; `learn` makes use of it. */
  async correct(tx: Tx, correction: Correction): Promise<void> {
    await upsertCorrection(tx, correction, this.#clock.now());
  }

  /**
   * Trains anew if there were corrections since. Until it is done, the former training answers; a desk that has not
   * asked yet has nothing to renew.
   */
  async learn(): Promise<void> {
    const former = this.#trained;
    if (former === null) return;
    const { mark } = await former;
    if ((await readCorrectionMark(this.#database.db)) === mark) return;
    const fresh = await this.#trainOn();
    this.#trained = Promise.resolve(fresh);
  }

  #train(): Promise<Trained> {
    this.#trained ??= this.#trainOn().catch((error: unknown) => {
      this.#trained = null;
      throw error;
    });
    return this.#trained;
  }

  async #trainOn(): Promise<Trained> {
    const { db } = this.#database;
    const mark = await readCorrectionMark(db);
    const corrections = await listCorrections(db, maxCorrections);
    const classify =
      corrections.length === 0
        ? await trainOnShipped()
        : await trainClassifier([...shippedExamples, ...corrections]);
    return { mark, classify };
  }
}
