import { sql } from 'kysely';
import type { NodeMigration } from './migration.ts';

/** What the public API has beyond the documents: promises of time, keys of programs, and whom to call back. */
export const extendApi: NodeMigration = ({ ddl: { identity, integer, text, tableEnd } }) => ({
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
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
