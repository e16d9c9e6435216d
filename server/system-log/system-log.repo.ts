import type { Insertable, Selectable } from 'kysely';
import type { Db, Tx } from '../database/handles.ts';
import type { SystemLogTable } from '../database/log-tables.ts';

export type LogRow = Selectable<SystemLogTable>;
export type NewLogRow = Insertable<SystemLogTable>;

export interface LogFilter {
  level?: string | undefined;
  component?: string | undefined;
  /** Only what was written before this entry. */
  after?: number | undefined;
  limit: number;
}

export async function insertLogs(tx: Tx, rows: readonly NewLogRow[]): Promise<void> {
  if (rows.length > 0) await tx.sql.insertInto('system_log').values(rows).execute();
}

/** Keeps the newest rows. */
export async function deleteLogsBeyond(tx: Tx, kept: number): Promise<void> {
  const { newest } = await tx.db
    .selectFrom('system_log')
    .select((eb) => eb.fn.max('id').as('newest'))
    .executeTakeFirstOrThrow();
  if (newest === null) return;
  await tx.sql
    .deleteFrom('system_log')
    .where('id', '<=', newest - kept)
    .execute();
}

/** Newest first. */
export async function listLogs(db: Db, { level, component, after, limit }: LogFilter): Promise<LogRow[]> {
  let query = db
    .selectFrom('system_log')
    .select(['id', 'level', 'component', 'message', 'hostname', 'metadata', 'created_at']);
  if (level !== undefined) query = query.where('level', '=', level);
  if (component !== undefined) query = query.where('component', '=', component);
  if (after !== undefined) query = query.where('id', '<', after);
  return query.orderBy('id', 'desc').limit(limit).execute();
}
