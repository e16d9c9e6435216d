import type { Db, Tx } from '../database/handles.ts';
import { isItCategory, type Example, type ItCategory } from './category.ts';

export interface Correction {
  ticketId: number;
  category: ItCategory;
  correctedBy: number;
}

/** The latest correction of a ticket is what counts. */
export async function upsertCorrection(tx: Tx, correction: Correction, now: number): Promise<void> {
  const values = { category_it: correction.category, corrected_by: correction.correctedBy, created_at: now };
  await tx.sql
    .insertInto('category_correction')
    .values({ ticket_id: correction.ticketId, ...values })
    .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(values))
    .execute();
}

/** Different after every correction. */
export async function readCorrectionMark(db: Db): Promise<string> {
  const { corrections, latest } = await db
    .selectFrom('category_correction')
    .select((eb) => [eb.fn.countAll<number>().as('corrections'), eb.fn.max('created_at').as('latest')])
    .executeTakeFirstOrThrow();
  return `${corrections} ${latest ?? 0}`;
}

/** The newest corrected tickets as examples; deleted ones teach nothing. */
export async function listCorrections(db: Db, limit: number): Promise<Example<ItCategory>[]> {
  const rows = await db
    .selectFrom('category_correction')
    .innerJoin('ticket', 'ticket.id', 'category_correction.ticket_id')
    .select(['ticket.subject', 'ticket.description', 'category_correction.category_it as category'])
    .where('ticket.deleted_at', 'is', null)
    .orderBy('category_correction.created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ subject, description, category }) =>
    isItCategory(category) ? [{ text: `${subject}\n${description}`, category }] : [],
  );
}
