import { sql } from 'kysely';
import { openStatuses } from '#shared/model/status.ts';
import type { Token } from '#shared/model/permissions.ts';
import { digestOfTicketSql, type AudienceDigest } from '#shared/protocol/ticket-digest.ts';
import type { Db } from '../database/handles.ts';

/** The digests of the audiences that hold any of the tokens. */
export async function listDigests(db: Db, tokens: readonly Token[]): Promise<AudienceDigest[]> {
  if (tokens.length === 0) return [];
  const audiences = db.selectFrom('audience_token').select('audience_id').where('token', 'in', tokens);
  const sums = db
    .selectFrom('ticket')
    .select(['audience_id', (eb) => eb.fn.countAll<number>().as('tickets')])
    .select(sql<number>`sum(${sql.raw(digestOfTicketSql)})`.as('sum'))
    .where('deleted_at', 'is', null)
    .where('status', 'in', openStatuses)
    .where('audience_id', 'in', audiences)
    .groupBy('audience_id')
    .as('sums');
  return db
    .selectFrom(sums)
    .innerJoin('audience', 'audience.id', 'sums.audience_id')
    .select(['audience.tokens as aud', 'sums.tickets', 'sums.sum'])
    .execute();
}

export async function listManifest(db: Db, aud: string): Promise<{ uid: string; ver: number }[]> {
  return db
    .selectFrom('ticket')
    .innerJoin('audience', 'audience.id', 'ticket.audience_id')
    .select(['ticket.uid', 'ticket.ver'])
    .where('audience.tokens', '=', aud)
    .where('ticket.deleted_at', 'is', null)
    .where('ticket.status', 'in', openStatuses)
    .execute();
}
