import { isDepartment, type Department } from '#shared/model/department.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { Example } from './category.ts';

export interface DepartmentCorrection {
  ticketId: number;
  department: Department;
  correctedBy: number;
}

/** The latest correction of a ticket is what counts. */
export async function upsertDepartmentCorrection(
  tx: Tx,
  { ticketId: ticket_id, department, correctedBy: corrected_by }: DepartmentCorrection,
  now: number,
): Promise<void> {
  const values = { department, corrected_by, created_at: now };
  await tx.sql
    .insertInto('department_correction')
    .values({ ticket_id, ...values })
    .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(values))
    .execute();
}

/** Different after every correction. */
export async function readDepartmentMark(db: Db): Promise<string> {
  const { corrections, latest } = await db
    .selectFrom('department_correction')
    .select((eb) => [eb.fn.countAll<number>().as('corrections'), eb.fn.max('created_at').as('latest')])
    .executeTakeFirstOrThrow();
  return `${corrections} ${latest ?? 0}`;
}

/** The newest corrected tickets as examples; deleted ones teach nothing. */
export async function listDepartmentCorrections(db: Db, limit: number): Promise<Example<Department>[]> {
  const rows = await db
    .selectFrom('department_correction as correction')
    .innerJoin('ticket', 'ticket.id', 'correction.ticket_id')
    .select(['ticket.subject', 'ticket.description', 'correction.department'])
    .where('ticket.deleted_at', 'is', null)
    .orderBy('correction.created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ subject, description, department }) =>
    isDepartment(department) ? [{ text: `${subject}\n${description}`, category: department }] : [],
  );
}
