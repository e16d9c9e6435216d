import type { Database } from '../database/database.ts';
import {
  findNames,
  listAssignments,
  type AssignmentFilter,
  type AssignmentRow,
} from './assignment-history.repo.ts';
import type { Explanation } from './explain-choice.ts';

/** What an activity of an assignment keeps of it; the rest of its data is told elsewhere. */
interface AssignmentData {
  assignee_name?: string | null;
  reason?: string | null;
  explanation?: Explanation;
}

export interface AssignmentRecord extends Omit<AssignmentRow, 'data' | 'from_value'> {
  fromName: string | null;
  toName: string | null;
  reason: string | null;
  /** Why the node chose so; null for what people did. */
  explanation: Explanation | null;
}

/** Who was given which ticket and why: for admins, which the caller has checked. */
export class AssignmentHistory {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first. */
  async page(filter: AssignmentFilter, limit: number): Promise<AssignmentRecord[]> {
    const { db } = this.#database;
    const rows = await listAssignments(db, filter, limit);
    const formerIds = rows.flatMap(({ from_value }) => (from_value === null ? [] : [Number(from_value)]));
    const nameById = await findNames(db, [...new Set(formerIds)]);
    return rows.map(({ data, from_value, ...row }) => {
      const { assignee_name = null, reason = null, explanation = null } = JSON.parse(data) as AssignmentData;
      const fromName = from_value === null ? null : (nameById.get(Number(from_value)) ?? null);
      return { ...row, fromName, toName: assignee_name, reason, explanation };
    });
  }
}
