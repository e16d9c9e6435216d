import { sql } from 'kysely';
import type { NodeMigration } from './migration.ts';

/** Which department handles a word of another surface's categories, where admins say so, and how macros are used. */
export const routeCategories: NodeMigration = ({ ddl: { identity, integer, text, tableEnd } }) => ({
  up: async (db) => {
    const statements = [
      `CREATE TABLE category_route (
        vocabulary ${text} NOT NULL, word ${text} NOT NULL, department ${text} NOT NULL,
        updated_by ${integer} REFERENCES "user"(id), updated_at ${integer} NOT NULL,
        PRIMARY KEY (vocabulary, word)
      ) ${tableEnd}`,
      `CREATE TABLE item_use (
        id ${identity}, item_id ${integer} NOT NULL REFERENCES desk_item(id),
        user_id ${integer} NOT NULL REFERENCES "user"(id), tickets ${integer} NOT NULL, used_at ${integer} NOT NULL
      ) ${tableEnd}`,
      'CREATE INDEX item_use_used ON item_use (used_at, item_id, tickets)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
