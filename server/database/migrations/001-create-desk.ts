import { sql } from 'kysely';
import type { NodeMigration } from './migration.ts';

/**
 * The whole canonical model. Rows that consoles replicate carry `uid` (their identity) and `ver` (raised by each
 * change). Times are ms UTC, flags 0 or 1.
 */
export const createDesk: NodeMigration = ({ ddl: { identity, integer, text, real, tableEnd } }) => ({
  up: async (db) => {
    const userRef = `${integer} REFERENCES "user"(id)`;
    const ticketRef = `${integer} NOT NULL REFERENCES ticket(id)`;
    const statements = [
      `CREATE TABLE installation (id ${integer} PRIMARY KEY, id_salt ${text} NOT NULL) ${tableEnd}`,
      `CREATE TABLE "user" (
        id ${identity}, uid ${text} NOT NULL UNIQUE, ver ${integer} NOT NULL,
        username ${text} NOT NULL, email ${text}, password_hash ${text},
        full_name ${text} NOT NULL, first_name ${text} NOT NULL, last_name ${text} NOT NULL,
        role ${text} NOT NULL, is_active ${integer} NOT NULL, is_approved ${integer} NOT NULL,
        is_available ${integer} NOT NULL, agent_capacity ${integer} NOT NULL,
        department ${text}, department_label ${text},
        phone_number ${text}, whatsapp_number ${text}, contact_number ${text},
        telegram_chat_id ${text}, telegram_username ${text}, merchant_id ${text},
        last_login_at ${integer}, last_assigned_at ${integer},
        created_at ${integer} NOT NULL, updated_at ${integer} NOT NULL, deleted_at ${integer}
      ) ${tableEnd}`,
      'CREATE UNIQUE INDEX user_username ON "user" (lower(username))',
      'CREATE UNIQUE INDEX user_email ON "user" (lower(email))',
      'CREATE INDEX user_role ON "user" (role, department)',
      `CREATE TABLE session (
        id ${text} PRIMARY KEY, user_id ${userRef} NOT NULL, surface ${text} NOT NULL,
        generation ${integer} NOT NULL, rotated_at ${integer} NOT NULL, created_at ${integer} NOT NULL,
        expires_at ${integer} NOT NULL, revoked_at ${integer}
      ) ${tableEnd}`,
      'CREATE INDEX session_user ON session (user_id)',

      `CREATE TABLE audience (id ${identity}, tokens ${text} NOT NULL UNIQUE) ${tableEnd}`,
      `CREATE TABLE audience_token (
        token ${text} NOT NULL, audience_id ${integer} NOT NULL REFERENCES audience(id), PRIMARY KEY (token, audience_id)
      ) ${tableEnd}`,

      `CREATE TABLE ticket (
        id ${identity}, uid ${text} NOT NULL UNIQUE, ver ${integer} NOT NULL,
        code ${text} NOT NULL UNIQUE, number ${text} NOT NULL UNIQUE,
        source ${text} NOT NULL, origin ${text} NOT NULL,
        subject ${text} NOT NULL, description ${text} NOT NULL,
        project_name ${text}, delivery_id ${text}, merchant_id ${text}, phone_number ${text},
        requester_id ${userRef}, requester_name ${text}, requester_email ${text},
        status ${text} NOT NULL, priority ${text} NOT NULL, category ${text} NOT NULL,
        category_support ${text} NOT NULL, category_admin ${text} NOT NULL,
        category_incident ${text} NOT NULL, category_it ${text} NOT NULL,
        explicit_categories ${text} NOT NULL, auto_categorized ${integer} NOT NULL, confidence_score ${real} NOT NULL,
        tags ${text} NOT NULL,
        assignee_id ${userRef}, assignee_ids ${text} NOT NULL, assigned_at ${integer},
        auto_assigned ${integer} NOT NULL, reassignment_count ${integer} NOT NULL,
        assigned_label ${text}, assigned_team ${text}, awaits_agent ${integer} NOT NULL DEFAULT 0,
        handover_reason ${text}, escalated ${integer} NOT NULL, escalated_at ${integer}, escalation_reason ${text},
        response_due_at ${integer}, response_due_manual ${integer} NOT NULL, resolution_due_at ${integer},
        estimated_resolution_time ${integer}, first_responded_at ${integer},
        opened_at ${integer}, started_at ${integer}, resolved_at ${integer}, closed_at ${integer},
        resolution_notes ${text},
        last_reply_uid ${text}, last_message_at ${integer}, last_message_text ${text}, last_message_sender ${text},
        audience_id ${integer} NOT NULL REFERENCES audience(id),
        created_at ${integer} NOT NULL, updated_at ${integer} NOT NULL, deleted_at ${integer}
      ) ${tableEnd}`,
      // Each holds its list in the order in which it is shown, so that a page is read off and never sorted.
      'CREATE INDEX ticket_created ON ticket (created_at, id) WHERE deleted_at IS NULL',
      'CREATE INDEX ticket_status ON ticket (status, created_at, id) WHERE deleted_at IS NULL',
      'CREATE INDEX ticket_category_status ON ticket (category, status, created_at, id) WHERE deleted_at IS NULL',
      'CREATE INDEX ticket_assignee_status ON ticket (assignee_id, status, created_at, id) WHERE deleted_at IS NULL',
      // Everything that analytics count and average, so that they read no ticket for it.
      `CREATE INDEX ticket_summary ON ticket (status, priority, category_it, created_at, resolved_at, deleted_at)
        WHERE deleted_at IS NULL`,
      'CREATE INDEX ticket_requester ON ticket (requester_id, created_at, id) WHERE deleted_at IS NULL',
      // The queue of auto-assignment: nearly always empty.
      `CREATE INDEX ticket_awaiting ON ticket (created_at, id)
        WHERE awaits_agent = 1 AND deleted_at IS NULL`,
      'CREATE INDEX ticket_audience_status ON ticket (audience_id, status)',
      `CREATE TABLE ticket_assignee (
        ticket_id ${ticketRef}, user_id ${userRef} NOT NULL, position ${integer} NOT NULL,
        assigned_at ${integer} NOT NULL, PRIMARY KEY (ticket_id, user_id)
      ) ${tableEnd}`,
      'CREATE INDEX ticket_assignee_user ON ticket_assignee (user_id)',
      `CREATE TABLE assignment_log (
        id ${identity}, ticket_id ${ticketRef}, user_id ${userRef} NOT NULL, assigned_at ${integer} NOT NULL
      ) ${tableEnd}`,
      'CREATE INDEX assignment_log_user ON assignment_log (user_id, ticket_id)',
      // How many tickets there are of each kind, so that no list counts them; 0 stands for nobody.
      `CREATE TABLE ticket_count (
        status ${text} NOT NULL, category ${text} NOT NULL, assignee_id ${integer} NOT NULL,
        tickets ${integer} NOT NULL, PRIMARY KEY (assignee_id, status, category)
      ) ${tableEnd}`,
      // What staff taught the classifier by correcting a ticket's category.
      `CREATE TABLE category_correction (
        ticket_id ${integer} PRIMARY KEY REFERENCES ticket(id), category_it ${text} NOT NULL,
        corrected_by ${userRef}, created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      `CREATE TABLE ticket_number (year ${integer} PRIMARY KEY, last ${integer} NOT NULL) ${tableEnd}`,

      `CREATE TABLE message (
        id ${identity}, uid ${text} NOT NULL UNIQUE, ver ${integer} NOT NULL, ticket_id ${ticketRef},
        sender_type ${text} NOT NULL, sender_id ${userRef}, sender_name ${text} NOT NULL,
        visibility ${text} NOT NULL, text ${text} NOT NULL,
        ai_suggested_response ${text}, ai_confidence ${real}, telegram_message_id ${integer},
        created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      'CREATE INDEX message_ticket ON message (ticket_id, id)',
      `CREATE TABLE activity (
        id ${identity}, uid ${text} NOT NULL UNIQUE, ver ${integer} NOT NULL, ticket_id ${ticketRef},
        actor_id ${userRef}, actor_name ${text}, kind ${text} NOT NULL,
        from_value ${text}, to_value ${text}, message_uid ${text}, data ${text} NOT NULL,
        created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      'CREATE INDEX activity_ticket ON activity (ticket_id, id)',
      `CREATE TABLE attachment (
        id ${identity}, uid ${text} NOT NULL UNIQUE, ver ${integer} NOT NULL, ticket_id ${ticketRef},
        message_id ${integer} REFERENCES message(id), uploaded_by ${userRef},
        file_name ${text} NOT NULL, content_type ${text} NOT NULL, size_bytes ${integer} NOT NULL,
        content_hash ${text} NOT NULL, visibility ${text} NOT NULL, created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      'CREATE INDEX attachment_ticket ON attachment (ticket_id)',
      'CREATE INDEX attachment_content ON attachment (content_hash)',
      `CREATE TABLE feedback (
        id ${identity}, ticket_id ${ticketRef} UNIQUE, user_id ${userRef} NOT NULL,
        rating ${integer} NOT NULL, comment ${text}, created_at ${integer} NOT NULL
      ) ${tableEnd}`,

      `CREATE TABLE faq (
        id ${identity}, uid ${text} NOT NULL UNIQUE, ver ${integer} NOT NULL,
        question ${text} NOT NULL, answer ${text} NOT NULL, category ${text} NOT NULL, tags ${text} NOT NULL,
        is_active ${integer} NOT NULL, view_count ${integer} NOT NULL, created_by ${userRef},
        created_at ${integer} NOT NULL, updated_at ${integer} NOT NULL
      ) ${tableEnd}`,
      `CREATE TABLE chat_session (
        id ${text} PRIMARY KEY, user_id ${userRef}, channel ${text} NOT NULL, address ${text},
        ticket_id ${integer} REFERENCES ticket(id), state ${text} NOT NULL, misses ${integer} NOT NULL,
        created_at ${integer} NOT NULL, updated_at ${integer} NOT NULL
      ) ${tableEnd}`,
      'CREATE INDEX chat_session_address ON chat_session (channel, address)',
      `CREATE TABLE chat_log (
        id ${identity}, session_id ${text} NOT NULL REFERENCES chat_session(id), user_id ${userRef},
        query ${text} NOT NULL, response ${text} NOT NULL, confidence ${real} NOT NULL,
        faq_id ${integer} REFERENCES faq(id), escalated ${integer} NOT NULL,
        ticket_id ${integer} REFERENCES ticket(id), response_time_ms ${integer} NOT NULL,
        created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      'CREATE INDEX chat_log_session ON chat_log (session_id, id)',

      `CREATE TABLE notification (
        id ${identity}, ticket_id ${integer} REFERENCES ticket(id), user_id ${userRef},
        event ${text} NOT NULL, channel ${text} NOT NULL, recipient ${text} NOT NULL, recipient_name ${text} NOT NULL,
        subject ${text} NOT NULL, message ${text} NOT NULL, status ${text} NOT NULL, error ${text},
        attempts ${integer} NOT NULL, next_attempt_at ${integer}, sent_at ${integer}, created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      'CREATE INDEX notification_due ON notification (status, next_attempt_at)',
      'CREATE INDEX notification_user ON notification (user_id, id)',
      `CREATE TABLE audit_log (
        id ${identity}, admin_id ${userRef}, action ${text} NOT NULL, target_type ${text} NOT NULL,
        target_id ${text} NOT NULL, metadata ${text} NOT NULL, created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      `CREATE TABLE system_log (
        id ${identity}, level ${text} NOT NULL, component ${text} NOT NULL, message ${text} NOT NULL,
        hostname ${text} NOT NULL DEFAULT '', metadata ${text} NOT NULL DEFAULT '{}', created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      `CREATE TABLE metric_sample (
        id ${identity}, cpu_percent ${real} NOT NULL, memory_percent ${real} NOT NULL, disk_percent ${real} NOT NULL,
        uptime_seconds ${integer} NOT NULL, created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      'CREATE INDEX metric_sample_created ON metric_sample (created_at)',
      `CREATE TABLE alert (
        id ${identity}, type ${text} NOT NULL, severity ${text} NOT NULL, message ${text} NOT NULL,
        value ${real} NOT NULL, threshold ${real} NOT NULL, is_resolved ${integer} NOT NULL,
        created_at ${integer} NOT NULL, resolved_at ${integer}
      ) ${tableEnd}`,

      `CREATE TABLE sync_head (
        id ${integer} PRIMARY KEY, seq ${integer} NOT NULL, min_seq ${integer} NOT NULL,
        epoch ${text} NOT NULL
      ) ${tableEnd}`,
      `CREATE TABLE change_log (
        seq ${integer} PRIMARY KEY, ent ${text} NOT NULL, row_id ${integer} NOT NULL, ticket_id ${integer},
        audience_id ${integer} NOT NULL, prev_audience_id ${integer} NOT NULL, created_at ${integer} NOT NULL
      ) ${tableEnd}`,
      `CREATE TABLE sync_client (
        id ${text} PRIMARY KEY, user_id ${userRef} NOT NULL, last_mid ${integer} NOT NULL,
        acked_mid ${integer} NOT NULL, last_seen_at ${integer} NOT NULL
      ) ${tableEnd}`,
      `CREATE TABLE mutation_result (
        client_id ${text} NOT NULL REFERENCES sync_client(id), mid ${integer} NOT NULL, key ${text} NOT NULL UNIQUE,
        name ${text} NOT NULL, outcome ${text} NOT NULL, created_at ${integer} NOT NULL, PRIMARY KEY (client_id, mid)
      ) ${tableEnd}`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
