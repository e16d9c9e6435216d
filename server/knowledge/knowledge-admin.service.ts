import type { Clock } from '#shared/model/clock.ts';
import type { Actor } from '#shared/model/user.ts';
import { confidenceThreshold } from '../bot/answerer.ts';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handles.ts';
import type { RowPublisher } from '../sync/row-publisher.ts';
import { findFaqForAdmin, listFaqsForAdmin, updateFaq, type FaqForAdmin } from './faq-admin.repo.ts';
import { readUsage, type FaqUsage } from './faq-usage.repo.ts';
import type { FaqInput, KnowledgeService } from './knowledge.service.ts';
import { publishFaq } from './publish-faq.ts';

const usageSpanMs = 90 * 24 * 3_600_000;
const triedHits = 5;
const unused: FaqUsage = { answers: 0, answered_at: null, escalated: 0 };

export type UsedFaq = FaqForAdmin & FaqUsage;

/** `ver`: the version that the author saw. */
export type FaqChanges = { [Field in keyof FaqInput]?: FaqInput[Field] | undefined } & {
  ver: number;
  isActive?: boolean | undefined;
};

export type FaqOutcome =
  | { kind: 'done'; faq: UsedFaq }
  | { kind: 'not_found' }
  | { kind: 'forbidden' }
  | { kind: 'overtaken' };

export interface KnowledgeAdminDeps {
  database: Database;
  knowledge: KnowledgeService;
  publisher: RowPublisher;
  clock: Clock;
}

/** Looks after what customers are told: for admins, which the caller has checked. */
export class KnowledgeAdmin {
  readonly #deps: KnowledgeAdminDeps;

  constructor(deps: KnowledgeAdminDeps) {
    this.#deps = deps;
  }

  /** In the order of their questions, those that are given to nobody too. */
  list(): Promise<UsedFaq[]> {
    return this.#deps.database.readAtOnce(async (db) => {
      const usageById = await this.#usage(db);
      const faqs = await listFaqsForAdmin(db);
      return faqs
        .map((faq) => ({ ...faq, ...(usageById.get(faq.id) ?? unused) }))
        .toSorted((a, b) => a.question.localeCompare(b.question));
    });
  }

  async create(actor: Actor, input: FaqInput): Promise<FaqOutcome> {
    const created = await this.#deps.knowledge.create(actor, input);
    return created === null ? { kind: 'forbidden' } : this.#find(created.id);
  }

  async update(id: number, { ver, isActive, tags, ...texts }: FaqChanges): Promise<FaqOutcome> {
    const { database, publisher, clock } = this.#deps;
    const outcome = await database.write(async (tx) => {
      const faq = await findFaqForAdmin(tx.db, id);
      if (faq === null) return 'not_found';
      if (faq.ver !== ver) return 'overtaken';
      const given = Object.entries(texts).filter(([, value]) => value !== undefined);
      const now = clock.now();
      await updateFaq(tx, id, {
        ...Object.fromEntries(given),
        ...(tags === undefined ? {} : { tags: JSON.stringify(tags) }),
        ...(isActive === undefined ? {} : { is_active: isActive ? 1 : 0 }),
        ver: ver + 1,
        updated_at: now,
      });
      await publishFaq(tx, publisher, id, now);
      return 'done';
    });
    return outcome === 'done' ? this.#find(id) : { kind: outcome };
  }

  /** What the bot would find for a question now, and from which confidence on it answers by itself. */
  async tryOut(question: string) {
    const hits = await this.#deps.knowledge.search(question, triedHits);
    return { hits, threshold: confidenceThreshold };
  }

  async #find(id: number): Promise<FaqOutcome> {
    const { db } = this.#deps.database;
    const faq = await findFaqForAdmin(db, id);
    if (faq === null) return { kind: 'not_found' };
    return { kind: 'done', faq: { ...faq, ...((await this.#usage(db)).get(id) ?? unused) } };
  }

  #usage(db: Db): Promise<Map<number, FaqUsage>> {
    return readUsage(db, this.#deps.clock.now() - usageSpanMs);
  }
}
