import type { QueryExecutorProvider, RawBuilder, SqlBool } from 'kysely';
import type { SearchTerm } from '#shared/model/search-query.ts';

/** A ticket as the full-text index knows it. */
export interface SearchDocument {
  /** By what people call it: its integer, its code, its number. */
  names: string;
  subject: string;
  requester: string;
  tags: readonly string[];
  /** What was said, notes among it. */
  conversation: string;
}

/** Whatever runs SQL. */
export type IndexConnection = QueryExecutorProvider;

/** What must occur in a ticket's texts, and what must not. The values of one entry are alternatives. */
export interface TextConditions {
  terms: readonly SearchTerm[];
  tags: readonly { values: readonly string[]; isExcluded: boolean }[];
  requesters: readonly { values: readonly string[]; isExcluded: boolean }[];
}

export interface RankedSearch {
  conditions: TextConditions;
  /** What else must hold, over `ticket`. */
  where: RawBuilder<SqlBool>;
  /** So many of the newest tickets with the texts are looked at, so that a common word costs no more than a rare one. */
  scanLimit: number;
  /** So many of those for which `where` holds are ranked. */
  rankLimit: number;
}

/** Full-text search over tickets: FTS5 on SQLite; a tsvector column is its place on PostgreSQL. */
export interface TextSearch {
  /** Makes the index; part of a migration. */
  readonly createStatements: readonly string[];
  /** After many documents were put in at once. */
  readonly settleStatements: readonly string[];
  put: (tx: IndexConnection, ticketId: number, document: SearchDocument) => Promise<void>;
  remove: (tx: IndexConnection, ticketId: number) => Promise<void>;
  /** Tidies a small part of the index; says whether there may be more to do. */
  tidy: (tx: IndexConnection) => Promise<boolean>;
  /** A query of `id` and `score`: the lower, the better. Null when no text must occur. */
  ranked: (search: RankedSearch) => RawBuilder<{ id: number; score: number }> | null;
  /** A query of the newest ids before `beforeId` of tickets that hold the texts. Null when no text must occur. */
  matching: (
    conditions: TextConditions,
    limit: number,
    beforeId?: number,
  ) => RawBuilder<{ id: number }> | null;
  /** A condition over `ticket`: nothing occurs that must not. Null when anything may. */
  without: (conditions: TextConditions) => RawBuilder<SqlBool> | null;
}
