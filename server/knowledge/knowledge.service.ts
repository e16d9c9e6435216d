import type { Clock } from '#shared/model/clock.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import { isStaff, type Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { RowPublisher } from '../sync/row-publisher.ts';
import { FaqIndex, type FaqHit } from './faq-index.ts';
import { publishFaq } from './publish-faq.ts';
import { hasFaqs, insertFaq, listFaqs, readFaqMark, type Faq, type FaqFilter } from './faq.repo.ts';

export interface FaqInput {
  question: string;
  answer: string;
  category: string;
  tags: readonly string[];
}

export interface KnowledgeDeps {
  database: Database;
  clock: Clock;
  mintUid: UidFactory;
  publisher: RowPublisher;
}

/** The desk's questions and answers: one table for every surface, and the bot's knowledge. */
export class KnowledgeService {
  readonly #deps: KnowledgeDeps;
  #index: { mark: string; index: FaqIndex } | null = null;

  constructor(deps: KnowledgeDeps) {
    this.#deps = deps;
  }

  list(filter: FaqFilter): Promise<Faq[]> {
    return listFaqs(this.#deps.database.db, filter);
  }

  /** Null when the actor may not: staff write what customers are told. */
  async create(actor: Actor, input: FaqInput): Promise<Faq | null> {
    if (!isStaff(actor) || !actor.is_approved) return null;
    return this.#deps.database.write((tx) => this.#insert(tx, input, actor.id));
  }

  /** Fills an empty table; what a desk has written by itself is left alone. */
  async seed(entries: readonly FaqInput[]): Promise<void> {
    await this.#deps.database.write(async (tx) => {
      if (await hasFaqs(tx.db)) return;
      for (const entry of entries) await this.#insert(tx, entry, null);
    });
  }

  async #insert(
    tx: Tx,
    { question, answer, category, tags }: FaqInput,
    createdBy: number | null,
  ): Promise<Faq> {
    const { clock, mintUid, publisher } = this.#deps;
    const faq = {
      uid: mintUid(),
      question,
      answer,
      category,
      tags: JSON.stringify(tags),
      created_by: createdBy,
    };
    const now = clock.now();
    const inserted = await insertFaq(tx, faq, now);
    await publishFaq(tx, publisher, inserted.id, now);
    return inserted;
  }

  /** The entry that answers a question best; null when none has to do with it. */
  async findAnswer(question: string): Promise<FaqHit | null> {
    return (await this.#currentIndex()).best(question);
  }

  /** The entries that have to do with a question, the best first. */
  async search(question: string, limit: number): Promise<FaqHit[]> {
    return (await this.#currentIndex()).ranked(question, limit);
  }

  async #currentIndex(): Promise<FaqIndex> {
    const { db } = this.#deps.database;
    const mark = await readFaqMark(db);
    if (this.#index?.mark !== mark) {
      this.#index = { mark, index: new FaqIndex(await listFaqs(db, {})) };
    }
    return this.#index.index;
  }
}
