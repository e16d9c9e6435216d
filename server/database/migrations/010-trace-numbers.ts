import { sql } from 'kysely';
import type { NodeMigration } from './migration.ts';

/** What numbers consist of: the tickets on which a macro was used, and when a ticket from elsewhere came here. */
export const traceNumbers: NodeMigration = ({ ddl: { integer, tableEnd } }) => ({
  up: async (db) => {
    const statements = [
      `CREATE TABLE item_use_ticket (
        item_id ${integer} NOT NULL REFERENCES desk_item(id), used_at ${integer} NOT NULL,
        ticket_id ${integer} NOT NULL REFERENCES ticket(id), PRIMARY KEY (item_id, used_at, ticket_id)
      ) ${tableEnd}`,
      `ALTER TABLE imported_ticket ADD COLUMN imported_at ${integer} NOT NULL DEFAULT 0`,
      // Closest of what is known of earlier imports: when their last row came in.
      `UPDATE imported_ticket SET imported_at =
        (SELECT updated_at FROM csv_import WHERE csv_import.id = imported_ticket.import_id)`,
      'CREATE INDEX imported_ticket_ticket ON imported_ticket (ticket_id, imported_at)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
