import { sql, type Kysely } from 'kysely';
import type { TextSearch } from '../dialects/text-search.ts';
import type { NodeMigration } from './migration.ts';

/** What the public API has beyond the documents: promises of time, keys of programs, and whom to call back. */
export const extendApi: NodeMigration = ({ ddl: { identity, integer, text, tableEnd }, search }) => ({
  up: async (db) => {
    const statements = [
      `CREATE TABLE sla_policy (
        id ${identity}, name ${text} NOT NULL, position ${integer} NOT NULL, is_active ${integer} NOT NULL,
        version ${integer} NOT NULL, created_at ${integer} NOT NULL, updated_at ${integer} NOT NULL,
        deleted_at ${integer}
      ) ${tableEnd}`,
      // Rules are never changed: a ticket keeps the ones under which it came.
      `CREATE TABLE sla_policy_version (
        policy_id ${integer} NOT NULL REFERENCES sla_policy(id), version ${integer} NOT NULL,
        rules ${text} NOT NULL, created_at ${integer} NOT NULL, PRIMARY KEY (policy_id, version)
      ) ${tableEnd}`,
      `ALTER TABLE ticket ADD COLUMN sla_policy_id ${integer} REFERENCES sla_policy(id)`,
      `ALTER TABLE ticket ADD COLUMN sla_policy_version ${integer}`,
      // What was set before there were policies was set by hand.
      `ALTER TABLE ticket ADD COLUMN resolution_due_manual ${integer} NOT NULL DEFAULT 0`,
      'UPDATE ticket SET resolution_due_manual = 1 WHERE resolution_due_at IS NOT NULL',

      `CREATE TABLE api_token (
        id ${identity}, user_id ${integer} NOT NULL REFERENCES "user"(id), name ${text} NOT NULL,
        token_hash ${text} NOT NULL UNIQUE, hint ${text} NOT NULL, scopes ${text} NOT NULL,
        created_at ${integer} NOT NULL, expires_at ${integer}, last_used_at ${integer}, revoked_at ${integer}
      ) ${tableEnd}`,
      'CREATE INDEX api_token_user ON api_token (user_id)',

      `CREATE TABLE webhook (
        id ${identity}, name ${text} NOT NULL, url ${text} NOT NULL, secret ${text} NOT NULL, events ${text} NOT NULL,
        is_active ${integer} NOT NULL, created_by ${integer} REFERENCES "user"(id),
        created_at ${integer} NOT NULL, updated_at ${integer} NOT NULL, deleted_at ${integer}
      ) ${tableEnd}`,
      `CREATE INDEX notification_webhook ON notification (recipient, id) WHERE channel = 'WEBHOOK'`,
      ...search.createStatements,
      // Tickets whose texts changed since they were put into the full-text index.
      `CREATE TABLE search_due (ticket_id ${integer} PRIMARY KEY REFERENCES ticket(id)) ${tableEnd}`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await indexTickets(db, search);
    for (const statement of search.settleStatements) await sql.raw(statement).execute(db);
  },
});

interface Row {
  id: number;
  code: string;
  number: string;
  subject: string;
  description: string;
  requester: string;
  tags: string;
}

const pageSize = 500;

/** Puts the tickets that are there into the index. */
async function indexTickets(db: Kysely<unknown>, search: TextSearch): Promise<void> {
  for (let last = 0; ;) {
    const { rows } = await sql<Row>`
      SELECT id, code, number, subject, description, tags,
        coalesce(requester_name, '') || ' ' || coalesce(requester_email, '') || ' ' || coalesce(phone_number, '')
          AS requester
      FROM ticket WHERE id > ${last} AND deleted_at IS NULL ORDER BY id LIMIT ${pageSize}`.execute(db);
    for (const { id, code, number, subject, description, requester, tags } of rows) {
      const said = await sql<{ text: string }>`
        SELECT text FROM message WHERE ticket_id = ${id} ORDER BY id`.execute(db);
      const conversation = [description, ...said.rows.map((row) => row.text)].join('\n');
      const names = `${id} ${code} ${number}`;
      await search.put(db, id, {
        names,
        subject,
        requester,
        tags: JSON.parse(tags) as string[],
        conversation,
      });
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < pageSize) return;
  }
}
