import { departments, type Department } from '#shared/model/department.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';
import type { WrittenChanges } from '../tickets/ticket-writer.ts';
import {
  listDepartmentCorrections,
  readDepartmentMark,
  upsertDepartmentCorrection,
} from './department-correction.repo.ts';
import { departmentExamples } from './departments/department-examples.ts';
import { LearningClassifier, type Lessons } from './learning-classifier.ts';

export const departmentVocabulary = { categories: departments, otherwise: 'general' } as const;

const lessons: Lessons<Department> = {
  vocabulary: departmentVocabulary,
  shipped: departmentExamples,
  readMark: readDepartmentMark,
  listCorrections: listDepartmentCorrections,
};

/** Less sure than this, and the department that takes everything takes it. */
const leastConfidence = 0.4;

/** Finds who handles what a customer writes about, and learns from where staff move tickets. */
export class DepartmentFinder {
  readonly #classifier: LearningClassifier<Department>;

  constructor(database: Database) {
    this.#classifier = new LearningClassifier(database, lessons);
  }

  async find(text: string): Promise<Department> {
    const { category, confidence } = await this.#classifier.classify(text);
    return confidence < leastConfidence ? departmentVocabulary.otherwise : category;
  }

  /** Keeps where somebody of the staff moved a ticket, in the transaction of that change. */
  async witness(
    tx: Tx,
    before: StoredTicket | null,
    { ticket, activities }: Pick<WrittenChanges, 'ticket' | 'activities'>,
    now: number,
  ): Promise<void> {
    if (before === null || before.category === ticket.category) return;
    const correctedBy = activities.find(({ kind }) => kind === 'category_updated')?.actor_id ?? null;
    if (correctedBy === null) return;
    const correction = { ticketId: ticket.id, department: ticket.category, correctedBy };
    await upsertDepartmentCorrection(tx, correction, now);
  }

  /** Makes use of what was moved since. */
  learn(): Promise<void> {
    return this.#classifier.learn();
  }
}
