import type { Selectable } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { AlertTable } from '../database/log-tables.ts';
import type { NewAlert } from './alert-rules.ts';

export type Alert = Selectable<AlertTable>;

const columns = [
  'id',
  'type',
  'severity',
  'message',
  'value',
  'threshold',
  'is_resolved',
  'created_at',
  'resolved_at',
] as const;

export async function listOpenAlerts(db: Db): Promise<Alert[]> {
  return db.selectFrom('alert').select(columns).where('is_resolved', '=', 0).orderBy('id').execute();
}

/** Newest first. */
export async function listNewestAlerts(db: Db, limit: number): Promise<Alert[]> {
  return db.selectFrom('alert').select(columns).orderBy('id', 'desc').limit(limit).execute();
}

export async function countOpenAlerts(db: Db): Promise<number> {
  const { alerts } = await db
    .selectFrom('alert')
    .select((eb) => eb.fn.countAll<number>().as('alerts'))
    .where('is_resolved', '=', 0)
    .executeTakeFirstOrThrow();
  return alerts;
}

export async function insertAlert(tx: Tx, alert: NewAlert, now: number): Promise<Alert> {
  return tx.sql
    .insertInto('alert')
    .values({ ...alert, is_resolved: 0, created_at: now, resolved_at: null })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export async function resolveAlerts(tx: Tx, ids: readonly number[], now: number): Promise<Alert[]> {
  if (ids.length === 0) return [];
  return tx.sql
    .updateTable('alert')
    .set({ is_resolved: 1, resolved_at: now })
    .where('id', 'in', ids)
    .returning(columns)
    .execute();
}

/** Alerts that are over do not stay for ever. */
export async function deleteAlertsResolvedBefore(tx: Tx, before: number): Promise<void> {
  await tx.sql.deleteFrom('alert').where('is_resolved', '=', 1).where('resolved_at', '<', before).execute();
}
