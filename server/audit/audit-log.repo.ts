import type { Db, Tx } from '../database/handles.ts';

/** What admins do that is kept; the first three are the admin-tickets document's ("Admin Action Logging"). */
export type AuditAction =
  | 'ticket_updated'
  | 'ticket_message_sent'
  | 'ticket_assigned'
  | 'user_created'
  | 'user_updated'
  | 'user_activated'
  | 'user_deactivated'
  | 'user_deleted'
  | 'agent_approved'
  | 'agent_availability_changed'
  | 'tickets_handed_over'
  | 'sla_policy_created'
  | 'sla_policy_updated'
  | 'sla_policy_deleted'
  | 'api_token_created'
  | 'api_token_revoked'
  | 'webhook_created'
  | 'webhook_updated'
  | 'webhook_secret_rotated'
  | 'webhook_deleted'
  | 'tickets_exported'
  | 'records_exported'
  | 'delivery_replayed'
  | 'channel_updated'
  | 'channel_removed'
  | 'channel_tested'
  | 'import_started'
  | 'import_cancelled'
  | 'category_routed';

export interface AuditEntry {
  adminId: number;
  action: AuditAction;
  target: {
    type:
      | 'ticket'
      | 'user'
      | 'sla_policy'
      | 'export'
      | 'import'
      | 'webhook'
      | 'api_token'
      | 'delivery'
      | 'channel'
      | 'category';
    id: number | string;
  };
  /** What the action was about; never a secret. */
  metadata: Record<string, unknown>;
}

/** Keeps what an admin did, in the transaction of the deed itself: neither is there without the other. */
export async function recordAction(tx: Tx, entry: AuditEntry, now: number): Promise<void> {
  const { adminId, action, target, metadata } = entry;
  await tx.sql
    .insertInto('audit_log')
    .values({
      admin_id: adminId,
      action,
      target_type: target.type,
      target_id: String(target.id),
      metadata: JSON.stringify(metadata),
      created_at: now,
    })
    .execute();
}

/** What was done to one target, oldest first. */
export async function listActions(db: Db, { type, id }: AuditEntry['target']) {
  const rows = await db
    .selectFrom('audit_log')
    .select(['id', 'admin_id', 'action', 'metadata', 'created_at'])
    .where('target_type', '=', type)
    .where('target_id', '=', String(id))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, metadata: JSON.parse(row.metadata) as Record<string, unknown> }));
}
