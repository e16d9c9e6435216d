import { sql } from 'kysely';
import type { Db } from '../database/handles.ts';

/** Conditions on the audit log; they combine. */
export interface AuditFilter {
  action?: string | undefined;
  adminId?: number | undefined;
  targetType?: string | undefined;
  targetId?: string | undefined;
}

/** The query itself, so that tests can look at its plan. */
export function auditQuery(db: Db, filter: AuditFilter, after: number | null, limit: number) {
  const { action, adminId, targetType, targetId } = filter;
  let query = db
    .selectFrom('audit_log')
    .leftJoin('user as admin', 'admin.id', 'audit_log.admin_id')
    .select([
      'audit_log.id',
      'audit_log.admin_id',
      'admin.full_name as admin_name',
      'audit_log.action',
      'audit_log.target_type',
      'audit_log.target_id',
      'audit_log.metadata',
      'audit_log.created_at',
    ])
    .select((eb) =>
      eb
        .case()
        .when('audit_log.target_type', '=', 'user')
        .then(
          eb
            .selectFrom('user as target')
            .select('target.full_name')
            .where('target.id', '=', sql<number>`cast(audit_log.target_id as integer)`),
        )
        .when('audit_log.target_type', '=', 'ticket')
        .then(
          eb
            .selectFrom('ticket')
            .select('ticket.subject')
            .where('ticket.id', '=', sql<number>`cast(audit_log.target_id as integer)`),
        )
        .end()
        .as('target_name'),
    );
  if (action !== undefined) query = query.where('audit_log.action', '=', action);
  if (adminId !== undefined) query = query.where('audit_log.admin_id', '=', adminId);
  if (targetType !== undefined) query = query.where('audit_log.target_type', '=', targetType);
  if (targetId !== undefined) query = query.where('audit_log.target_id', '=', targetId);
  if (after !== null) query = query.where('audit_log.id', '<', after);
  return query.orderBy('audit_log.id', 'desc').limit(limit);
}

/** What admins did, newest first; `after` is the last entry that was seen. */
export function listAudit(db: Db, filter: AuditFilter, after: number | null, limit: number) {
  return auditQuery(db, filter, after, limit).execute();
}

/** Everything that was ever done, or done to: what can be asked for. */
export async function listKnown(db: Db, column: 'action' | 'target_type'): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_log')
    .select(`${column} as name`)
    .distinct()
    .orderBy(column)
    .execute();
  return rows.map(({ name }) => name);
}
