import { sql } from 'kysely';
import type { NodeMigration } from './migration.ts';

/** What admins look at in bulk, and tickets that come from elsewhere. */
export const serveAdmins: NodeMigration = ({ ddl: { identity, integer, text, tableEnd } }) => ({
  up: async (db) => {
    const userRef = `${integer} REFERENCES "user"(id)`;
    const statements = [
      // Figures of a span of time read one of these from end to end, and no ticket.
      `CREATE INDEX ticket_came ON ticket (created_at, category, source, assignee_id, status, priority,
        first_responded_at, started_at, resolved_at, closed_at, response_due_at, resolution_due_at, deleted_at)
        WHERE deleted_at IS NULL`,
      `CREATE INDEX ticket_ended ON ticket ((coalesce(resolved_at, closed_at)), resolved_at, closed_at, created_at,
        category, source, assignee_id, status, priority, deleted_at) WHERE deleted_at IS NULL`,
      'CREATE INDEX feedback_created ON feedback (created_at, ticket_id, rating)',
      'CREATE INDEX chat_session_updated ON chat_session (updated_at, id)',
      'CREATE INDEX chat_log_faq ON chat_log (faq_id, created_at) WHERE faq_id IS NOT NULL',

      `CREATE INDEX activity_assignment ON activity (id) WHERE kind IN ('assigned', 'reassigned', 'unassigned')`,
      'CREATE INDEX audit_log_action ON audit_log (action, id)',
      'CREATE INDEX audit_log_admin ON audit_log (admin_id, id)',
      'CREATE INDEX audit_log_target ON audit_log (target_type, target_id, id)',

      `CREATE TABLE csv_import (
        id ${identity}, file_name ${text} NOT NULL, state ${text} NOT NULL, columns ${text} NOT NULL,
        rows_total ${integer} NOT NULL, rows_done ${integer} NOT NULL, rows_new ${integer} NOT NULL,
        rows_known ${integer} NOT NULL, rows_bad ${integer} NOT NULL, created_by ${userRef},
        created_at ${integer} NOT NULL, updated_at ${integer} NOT NULL
      ) ${tableEnd}`,
      // The file as it was sent, in pieces; gone once it is done with.
      `CREATE TABLE csv_import_part (
        import_id ${integer} NOT NULL REFERENCES csv_import(id), position ${integer} NOT NULL, content ${text} NOT NULL,
        PRIMARY KEY (import_id, position)
      ) ${tableEnd}`,
      `CREATE TABLE csv_import_problem (
        import_id ${integer} NOT NULL REFERENCES csv_import(id), line ${integer} NOT NULL, message ${text} NOT NULL,
        PRIMARY KEY (import_id, line)
      ) ${tableEnd}`,
      // Which ticket a row of another system became, so that it becomes one once, however often it is sent.
      `CREATE TABLE imported_ticket (
        external_key ${text} PRIMARY KEY, ticket_id ${integer} NOT NULL REFERENCES ticket(id),
        import_id ${integer} NOT NULL REFERENCES csv_import(id)
      ) ${tableEnd}`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
