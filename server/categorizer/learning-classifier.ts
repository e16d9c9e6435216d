import type { Db } from '../database/handles.ts';
import type { Database } from '../database/database.ts';
import type { Example } from './category.ts';
import { trainClassifier, type Classifier, type Guess, type Vocabulary } from './classifier.ts';

/** What a classifier learns from. */
export interface Lessons<Category extends string> {
  vocabulary: Vocabulary<Category>;
  /** What a new desk knows. */
  shipped: readonly Example<Category>[];
  /** Different after every correction. */
  readMark: (db: Db) => Promise<string>;
  /** The newest corrections of the desk. */
  listCorrections: (db: Db, limit: number) => Promise<Example<Category>[]>;
}

/** The newest corrections that count, so that training takes no longer on an old desk. */
const maxCorrections = 1_000;

interface Trained<Category extends string> {
  /** What the corrections were when it was trained. */
  mark: string;
  classify: Classifier<Category>;
}

/** What a desk without corrections has; it is the same for each, so that one process trains it once. */
const shippedTrainings = new WeakMap<object, Promise<unknown>>();

function trainOnShipped<Category extends string>(lessons: Lessons<Category>): Promise<Classifier<Category>> {
  const known = shippedTrainings.get(lessons) as Promise<Classifier<Category>> | undefined;
  const training = known ?? trainClassifier(lessons.shipped, lessons.vocabulary);
  shippedTrainings.set(lessons, training);
  return training;
}

/** A classifier that is trained when it is first asked, and anew after the desk has corrected it. */
export class LearningClassifier<Category extends string> {
  readonly #database: Database;
  readonly #lessons: Lessons<Category>;
  #trained: Promise<Trained<Category>> | null = null;

  constructor(database: Database, lessons: Lessons<Category>) {
    this.#database = database;
    this.#lessons = lessons;
  }

  async classify(text: string): Promise<Guess<Category>> {
    const { classify } = await this.#train();
    return classify(text);
  }

  /** Trains before the first use, for callers about to open a transaction, which must not wait for it. */
  async learnOnce(): Promise<void> {
    await this.#train();
  }

  /**
   * Trains anew if there were corrections since. Until it is done, the former training answers; a desk that has not
   * asked yet has nothing to renew.
   */
  async learn(): Promise<void> {
    const former = this.#trained;
    if (former === null) return;
    const { mark } = await former;
    if ((await this.#lessons.readMark(this.#database.db)) === mark) return;
    const fresh = await this.#trainOn();
    this.#trained = Promise.resolve(fresh);
  }

  #train(): Promise<Trained<Category>> {
    this.#trained ??= this.#trainOn().catch((error: unknown) => {
      this.#trained = null;
      throw error;
    });
    return this.#trained;
  }

  async #trainOn(): Promise<Trained<Category>> {
    const { db } = this.#database;
    const { readMark, listCorrections, shipped, vocabulary } = this.#lessons;
    const mark = await readMark(db);
    const corrections = await listCorrections(db, maxCorrections);
    const classify =
      corrections.length === 0
        ? await trainOnShipped(this.#lessons)
        : await trainClassifier([...shipped, ...corrections], vocabulary);
    return { mark, classify };
  }
}
