import type { Database } from '../database/database.ts';
import { listKnown, listAudit, type AuditFilter } from './audit-page.repo.ts';

export type AuditPage = Awaited<ReturnType<typeof listAudit>>;

/** What admins did: for admins, which the caller has checked. */
export class AuditService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first; `after` is the last entry that was seen. */
  page(filter: AuditFilter, page: { after: number | null; limit: number }): Promise<AuditPage> {
    return listAudit(this.#database.db, filter, page.after, page.limit);
  }

  /** The actions that there are entries of. */
  actions(): Promise<string[]> {
    return listKnown(this.#database.db, 'action');
  }

  /** The kinds of things that there are entries of. */
  targetTypes(): Promise<string[]> {
    return listKnown(this.#database.db, 'target_type');
  }
}
