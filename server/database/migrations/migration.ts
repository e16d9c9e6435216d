import type { Migration } from 'kysely/migration';
import type { DatabaseDialect } from '../dialects/dialect.ts';

/** A step of the schema. Frozen once released; it may import nothing that changes. */
export type NodeMigration = (dialect: DatabaseDialect) => Migration;
