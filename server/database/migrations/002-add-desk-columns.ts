import { sql } from 'kysely';
import type { NodeMigration } from './migration.ts';

/** Tickets that are snoozed, followed, merged and split off; notes that call colleagues; macros, saved views and uploads. */
export const addDeskColumns: NodeMigration = ({ ddl: { identity, integer, text, tableEnd } }) => ({
  up: async (db) => {
    const statements = [
      `ALTER TABLE ticket ADD COLUMN snoozed_until ${integer}`,
      `ALTER TABLE ticket ADD COLUMN follower_ids ${text} NOT NULL DEFAULT '[]'`,
      `ALTER TABLE ticket ADD COLUMN merged_into_uid ${text}`,
      `ALTER TABLE ticket ADD COLUMN merged_from ${text}`,
      `ALTER TABLE ticket ADD COLUMN split_from_uid ${text}`,
      'CREATE INDEX ticket_merged ON ticket (merged_into_uid) WHERE merged_into_uid IS NOT NULL',
      `ALTER TABLE message ADD COLUMN mentioned_ids ${text} NOT NULL DEFAULT '[]'`,
      `CREATE TABLE desk_item (
        id ${identity}, uid ${text} NOT NULL UNIQUE, ver ${integer} NOT NULL, kind ${text} NOT NULL,
        owner_id ${integer} NOT NULL REFERENCES "user"(id), visibility ${text} NOT NULL, department ${text},
        name ${text} NOT NULL, body ${text} NOT NULL, audience_id ${integer} NOT NULL REFERENCES audience(id),
        created_at ${integer} NOT NULL, updated_at ${integer} NOT NULL, deleted_at ${integer}
      ) ${tableEnd}`,
      // Contents that consoles sent ahead of the change that puts them on a ticket.
      `CREATE TABLE upload (
        uid ${text} PRIMARY KEY, user_id ${integer} NOT NULL REFERENCES "user"(id), content_hash ${text} NOT NULL,
        content_type ${text} NOT NULL, size_bytes ${integer} NOT NULL, created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      'CREATE INDEX upload_content ON upload (content_hash)',
      'CREATE INDEX desk_item_audience ON desk_item (audience_id, kind) WHERE deleted_at IS NULL',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
