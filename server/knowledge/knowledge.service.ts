import type { Clock } from '#shared/model/clock.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import { isStaff, type Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import { FaqIndex, type FaqHit } from './faq-index.ts';
import { insertFaq, listFaqs, readFaqMark, type Faq, type FaqFilter } from './faq.repo.ts';

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
  async create(actor: Actor, { question, answer, category, tags }: FaqInput): Promise<Faq | null> {
    const { database, clock, mintUid } = this.#deps;
    if (!isStaff(actor) || !actor.is_approved) return null;
    const faq = {
      uid: mintUid(),
      question,
      answer,
      category,
      tags: JSON.stringify(tags),
      created_by: actor.id,
    };
    return database.write((tx) => insertFaq(tx, faq, clock.now()));
  }

  /** The entry that answers a question best; null when none has to do with it. */
  async findAnswer(question: string): Promise<FaqHit | null> {
    const { db } = this.#deps.database;
    const mark = await readFaqMark(db);
    if (this.#index?.mark !== mark) {
      this.#index = { mark, index: new FaqIndex(await listFaqs(db, {})) };
    }
    return this.#index.index.best(question);
  }
}
