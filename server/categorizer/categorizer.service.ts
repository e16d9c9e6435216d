import type { Clock } from '#shared/model/clock.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { itVocabulary, type ItCategory } from './category.ts';
import { listCorrections, readCorrectionMark, upsertCorrection, type Correction } from './correction.repo.ts';
import { shippedExamples } from './examples/shipped-examples.ts';
import { LearningClassifier, type Lessons } from './learning-classifier.ts';

/** A category that was found in the text, as the columns that say so. */
export interface FoundCategory {
  chosenCategory: { vocabulary: 'it'; word: ItCategory };
  auto_categorized: number;
  /** How often such a finding is right. */
  confidence_score: number;
}

const lessons: Lessons<ItCategory> = {
  vocabulary: itVocabulary,
  shipped: shippedExamples,
  readMark: readCorrectionMark,
  listCorrections,
};

/** Finds a ticket's category from its text, and learns from the desk's own corrections. */
export class CategorizerService {
  readonly #clock: Clock;
  readonly #classifier: LearningClassifier<ItCategory>;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#clock = clock;
    this.#classifier = new LearningClassifier(database, lessons);
  }

  /** What a ticket with this text is to be stored with. */
  async categorize(subject: string, description: string): Promise<FoundCategory> {
    const { category, confidence } = await this.#classifier.classify(`${subject}\n${description}`);
    return {
      chosenCategory: { vocabulary: 'it', word: category },
      auto_categorized: 1,
      // 1 is what somebody chose.
      confidence_score: Math.min(0.99, Math.round(confidence * 100) / 100),
    };
  }

  /** Trains before the first use, for callers about to open a transaction, which must not wait for it. */
  learnOnce(): Promise<void> {
    return this.#classifier.learnOnce();
  }

  /** Keeps what staff chose instead, as part of the change itself; `learn` makes use of it. */
  async correct(tx: Tx, correction: Correction): Promise<void> {
    await upsertCorrection(tx, correction, this.#clock.now());
  }

  /** Makes use of what was corrected since. */
  learn(): Promise<void> {
    return this.#classifier.learn();
  }
}
