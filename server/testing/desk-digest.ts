import { sql } from 'kysely';
import type { Db } from '../database/handles.ts';

const counted = [
  'user',
  'session',
  'ticket',
  'message',
  'activity',
  'assignment_log',
  'audit_log',
  'change_log',
  'attachment',
  'notification',
  'inbound_message',
  'inbound_media',
  'channel_setting',
  'feedback',
  'faq',
  'desk_item',
  'upload',
  'sla_policy',
  'sla_policy_version',
  'api_token',
  'webhook',
] as const;

interface Digest {
  /** SQLite's count of what other connections committed, as the desk's reader has it. */
  version: number;
  text: string;
}

const latestByDesk = new WeakMap<Db, Digest>();

/**
 * A short text that is different after any change: for asserting that a refused request wrote nothing.
 * Reads no row again while nothing at all was committed.
 */
export async function digestDesk(db: Db): Promise<string> {
  const committed = sql<number>`(select data_version from pragma_data_version)`.as('version');
  const { version } = await db.selectNoFrom(committed).executeTakeFirstOrThrow();
  const latest = latestByDesk.get(db);
  if (latest?.version === version) return latest.text;
  const text = await digestRows(db);
  latestByDesk.set(db, { version, text });
  return text;
}

async function digestRows(db: Db): Promise<string> {
  const parts: string[] = [];
  for (const table of counted) {
    const { rows } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    parts.push(`${table}:${rows}`);
  }
  const { seq } = await db.selectFrom('sync_head').select('seq').executeTakeFirstOrThrow();
  const users = await db
    .selectFrom('user')
    .select(['id', 'ver', 'password_hash', 'is_active', 'is_approved', 'agent_capacity', 'updated_at'])
    .orderBy('id')
    .execute();
  const sessions = await db
    .selectFrom('session')
    .select(['id', 'generation', 'revoked_at'])
    .orderBy('id')
    .execute();
  return [...parts, `seq:${seq}`, JSON.stringify(users), JSON.stringify(sessions)].join(' ');
}
