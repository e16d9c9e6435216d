import { sql } from 'kysely';
import { openStatuses } from '../model/status.ts';
import { digestOfTicketSql, type AudienceDigest, type Manifested } from '../protocol/ticket-digest.ts';
import type { ReplicaDb } from './tables.ts';

/** The sums of the tickets that are here, as the node sent them. */
export async function readHeldDigests(db: ReplicaDb): Promise<AudienceDigest[]> {
  return db
    .selectFrom('ticket')
    .select(['aud', (eb) => eb.fn.countAll<number>().as('tickets')])
    .select(sql<number>`sum(${sql.raw(digestOfTicketSql)})`.as('sum'))
    .where('status', 'in', openStatuses)
    .groupBy('aud')
    .execute();
}

/** Audiences whose tickets are not the same on both sides. */
export function findDifferent(
  held: readonly AudienceDigest[],
  told: readonly AudienceDigest[],
): { aud: string; evidence: string }[] {
  const textOf = ({ tickets, sum }: AudienceDigest): string => `${tickets} tickets, sum ${sum}`;
  const heldByAud = new Map(held.map((digest) => [digest.aud, textOf(digest)]));
  const toldByAud = new Map(told.map((digest) => [digest.aud, textOf(digest)]));
  const auds = new Set([...heldByAud.keys(), ...toldByAud.keys()]);
  return [...auds]
    .filter((aud) => heldByAud.get(aud) !== toldByAud.get(aud))
    .map((aud) => ({
      aud,
      evidence: `${heldByAud.get(aud) ?? 'none'} here, ${toldByAud.get(aud) ?? 'none'} there`,
    }));
}

/**
 * The tickets of an audience that differ. Their versions here are forgotten, so that what is fetched is taken, whatever
 * stands here.
 */
export async function doubtTickets(
  db: ReplicaDb,
  aud: string,
  { uids, vers }: Manifested,
): Promise<string[]> {
  const held = await db
    .selectFrom('ticket')
    .select(['uid', 'ver'])
    .where('aud', '=', aud)
    .where('status', 'in', openStatuses)
    .execute();
  const toldByUid = new Map(uids.map((uid, index) => [uid, vers[index]]));
  const heldByUid = new Map(held.map(({ uid, ver }) => [uid, ver]));
  const different = [...new Set([...toldByUid.keys(), ...heldByUid.keys()])].filter(
    (uid) => toldByUid.get(uid) !== heldByUid.get(uid),
  );
  for (const uid of different) {
    await db.updateTable('ticket').set({ ver: 0 }).where('uid', '=', uid).execute();
  }
  return different;
}
