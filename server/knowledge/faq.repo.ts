import { sql, type SqlBool } from 'kysely';
import { faqColumns } from '#shared/model/columns.ts';
import type { FaqRow } from '#shared/model/faq.ts';
import type { Db, Tx } from '../database/handles.ts';

/** A question with its answer; `tags` is a JSON array of strings. */
export interface Faq {
  id: number;
  question: string;
  answer: string;
  category: string;
  tags: string;
  is_active: number;
  created_at: number;
}

export interface NewFaq {
  uid: string;
  question: string;
  answer: string;
  category: string;
  tags: string;
  /** Null for what the desk came with. */
  created_by: number | null;
}

export interface FaqFilter {
  category?: string | undefined;
  /** Words that stand in the question or the answer, as they are. */
  search?: string | undefined;
}

const columns = ['id', 'question', 'answer', 'category', 'tags', 'is_active', 'created_at'] as const;

/** More than any desk has; what a search looks through. */
const maxFaqs = 5_000;

/** Those that are active, in the order in which they were written. */
export async function listFaqs(db: Db, { category, search }: FaqFilter): Promise<Faq[]> {
  let query = db.selectFrom('faq').select(columns).where('is_active', '=', 1);
  if (category !== undefined) query = query.where(sql<SqlBool>`lower(category) = lower(${category})`);
  if (search !== undefined) {
    const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where((eb) =>
      eb.or([
        sql<SqlBool>`lower(question) like lower(${pattern}) escape '\\'`,
        sql<SqlBool>`lower(answer) like lower(${pattern}) escape '\\'`,
      ]),
    );
  }
  return query.orderBy('id').limit(maxFaqs).execute();
}

export async function hasFaqs(db: Db): Promise<boolean> {
  return (await db.selectFrom('faq').select('id').executeTakeFirst()) !== undefined;
}

/** Different after every change of the table. */
export async function readFaqMark(db: Db): Promise<string> {
  const { faqs, newest, latest } = await db
    .selectFrom('faq')
    .select((eb) => [
      eb.fn.countAll<number>().as('faqs'),
      eb.fn.max('id').as('newest'),
      eb.fn.max('updated_at').as('latest'),
    ])
    .executeTakeFirstOrThrow();
  return `${faqs} ${newest ?? 0} ${latest ?? 0}`;
}

/** Every answer as consoles hold it, in the order in which they were written. */
export function listFaqRows(db: Db): Promise<FaqRow[]> {
  return db.selectFrom('faq').select(faqColumns).orderBy('id').limit(maxFaqs).execute();
}

export async function findFaqRowsByIds(db: Db, ids: readonly number[]): Promise<FaqRow[]> {
  return ids.length === 0 ? [] : db.selectFrom('faq').select(faqColumns).where('id', 'in', ids).execute();
}

/** @NOTE: consoles hold answers; whoever writes one raises its `ver` and calls `publishFaq`. */
export async function insertFaq(tx: Tx, faq: NewFaq, now: number): Promise<Faq> {
  return tx.sql
    .insertInto('faq')
    .values({ ...faq, ver: 1, is_active: 1, view_count: 0, created_at: now, updated_at: now })
    .returning(columns)
    .executeTakeFirstOrThrow();
}
