import { sql } from 'kysely';
import type { NodeMigration } from './migration.ts';

/** Tickets that are snoozed, followed, merged and split off; notes that call colleagues. */
export const addDeskColumns: NodeMigration = ({ ddl: { integer, text } }) => ({
  up: async (db) => {
    const statements = [
      `ALTER TABLE ticket ADD COLUMN snoozed_until ${integer}`,
      `ALTER TABLE ticket ADD COLUMN follower_ids ${text} NOT NULL DEFAULT '[]'`,
      `ALTER TABLE ticket ADD COLUMN merged_into_uid ${text}`,
      `ALTER TABLE ticket ADD COLUMN merged_from ${text}`,
      `ALTER TABLE ticket ADD COLUMN split_from_uid ${text}`,
      'CREATE INDEX ticket_merged ON ticket (merged_into_uid) WHERE merged_into_uid IS NOT NULL',
      `ALTER TABLE message ADD COLUMN mentioned_ids ${text} NOT NULL DEFAULT '[]'`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
