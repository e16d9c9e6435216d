import type { Dialect as KyselyDialect } from 'kysely';
import type { TextSearch } from './text-search.ts';

/** The words in which two databases spell the same table. */
export interface DdlWords {
  identity: string;
  integer: string;
  text: string;
  real: string;
  /** Written after the closing bracket of a table. */
  tableEnd: string;
}

/**
 * Everything that differs between SQLite and PostgreSQL. Queries outside stay in the SQL that both understand.
 */
export interface DatabaseDialect {
  readonly name: 'sqlite' | 'postgres';
  readonly ddl: DdlWords;
  readonly search: TextSearch;
  /** The one connection that writes. */
  writer: () => KyselyDialect;
  /** Connections that see only what is committed. */
  reader: () => KyselyDialect;
  /** Whether the whole transaction is gone, whatever its savepoints say (disk full, I/O error, no connection). */
  isTransactionLost: (error: unknown) => boolean;
  /** Whether the same work may succeed if tried again later, as it stands. */
  isTransient: (error: unknown) => boolean;
  /** Whether a unique constraint refused the write. */
  isUniqueViolation: (error: unknown) => boolean;
}
