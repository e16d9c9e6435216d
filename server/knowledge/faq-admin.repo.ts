import type { Updateable } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { FaqTable } from '../database/schema.ts';

/** More than any desk has. */
const maxFaqs = 5_000;

function selectFaqs(db: Db) {
  return db
    .selectFrom('faq')
    .leftJoin('user as author', 'author.id', 'faq.created_by')
    .select([
      'faq.id',
      'faq.ver',
      'faq.question',
      'faq.answer',
      'faq.category',
      'faq.tags',
      'faq.is_active',
      'faq.updated_at',
      'author.full_name as author_name',
    ]);
}

/** An answer with its history; `tags` is a JSON array of strings. */
export type FaqForAdmin = Awaited<ReturnType<ReturnType<typeof selectFaqs>['execute']>>[number];

/** Those that are given to nobody, too. */
export function listFaqsForAdmin(db: Db): Promise<FaqForAdmin[]> {
  return selectFaqs(db).orderBy('faq.id').limit(maxFaqs).execute();
}

export async function findFaqForAdmin(db: Db, id: number): Promise<FaqForAdmin | null> {
  return (await selectFaqs(db).where('faq.id', '=', id).executeTakeFirst()) ?? null;
}

/** @NOTE: consoles hold answers; whoever writes one raises its `ver` and calls `publishFaq`. */
export async function updateFaq(tx: Tx, id: number, columns: Updateable<FaqTable>): Promise<void> {
  await tx.sql.updateTable('faq').set(columns).where('id', '=', id).execute();
}
