import { sql } from 'kysely';
import type { NodeMigration } from './migration.ts';

/**
 * Messengers in both directions: what became of each message that was sent, what came in and is not worked off yet,
 * channels set up by admins, and what the bot learns from the desk.
 */
export const openChannels: NodeMigration = ({ ddl: { identity, integer, text, tableEnd } }) => ({
  up: async (db) => {
    const statements = [
      `ALTER TABLE notification ADD COLUMN message_id ${integer} REFERENCES message(id)`,
      `ALTER TABLE notification ADD COLUMN buttons ${text}`,
      `ALTER TABLE notification ADD COLUMN peer_id ${text}`,
      `ALTER TABLE notification ADD COLUMN delivered_at ${integer}`,
      `ALTER TABLE notification ADD COLUMN read_at ${integer}`,
      `ALTER TABLE message ADD COLUMN receipt ${text}`,
      'CREATE INDEX notification_message ON notification (message_id) WHERE message_id IS NOT NULL',
      'CREATE INDEX notification_ticket ON notification (ticket_id, id)',
      'CREATE INDEX notification_peer ON notification (channel, peer_id) WHERE peer_id IS NOT NULL',
      // What keeps the order of a conversation: nearly always empty.
      `CREATE INDEX notification_waiting ON notification (channel, recipient, id) WHERE status = 'PENDING'`,

      `ALTER TABLE chat_session ADD COLUMN language ${text}`,
      `ALTER TABLE chat_log ADD COLUMN answered_by ${text}`,
      'CREATE INDEX chat_log_created ON chat_log (created_at)',

      `CREATE TABLE inbound_message (
        id ${identity}, channel ${text} NOT NULL, peer_id ${text} NOT NULL, address ${text} NOT NULL,
        content ${text} NOT NULL, status ${text} NOT NULL, attempts ${integer} NOT NULL, error ${text},
        next_attempt_at ${integer}, received_at ${integer} NOT NULL, handled_at ${integer},
        UNIQUE (channel, peer_id)
      ) ${tableEnd}`,
      `CREATE INDEX inbound_message_waiting ON inbound_message (id) WHERE status = 'PENDING'`,

      `CREATE TABLE inbound_media (
        id ${identity}, channel ${text} NOT NULL, session_id ${text} NOT NULL,
        ticket_id ${integer} REFERENCES ticket(id), message_uid ${text},
        chat_log_id ${integer} REFERENCES chat_log(id), file_id ${text} NOT NULL, name ${text}, status ${text} NOT NULL,
        attempts ${integer} NOT NULL, error ${text}, next_attempt_at ${integer}, created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      `CREATE INDEX inbound_media_waiting ON inbound_media (session_id, id) WHERE status = 'PENDING'`,

      `CREATE TABLE channel_setting (
        name ${text} PRIMARY KEY, sealed ${text} NOT NULL, updated_by ${integer} REFERENCES "user"(id),
        updated_at ${integer} NOT NULL
      ) ${tableEnd}`,
      `CREATE TABLE department_correction (
        ticket_id ${integer} PRIMARY KEY REFERENCES ticket(id), department ${text} NOT NULL,
        corrected_by ${integer} REFERENCES "user"(id), created_at ${integer} NOT NULL
      ) ${tableEnd}`,

      `CREATE INDEX user_telegram ON "user" (telegram_chat_id) WHERE telegram_chat_id IS NOT NULL`,
      `CREATE INDEX user_whatsapp ON "user" (whatsapp_number) WHERE whatsapp_number IS NOT NULL`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
