import type { UidFactory } from '#shared/model/uid.ts';
import type { Token } from '#shared/model/permissions.ts';
import type { Entity } from '#shared/protocol/sync.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { SyncHeadTable } from '../database/sync-tables.ts';

export interface LogEntry {
  ent: Entity;
  rowId: number;
  ticketId: number | null;
  audienceId: number;
  /** Who could see the row before; the same as `audienceId` when that did not change. */
  prevAudienceId: number;
}

/** Sets of readers, each stored once. Sets are never changed, so what a committed lookup found may be kept. */
export class AudienceRepo {
  readonly #idByTokens = new Map<string, number>();

  /** The id of this set of tokens; stores the set when it is new. */
  async intern(tx: Tx, tokens: readonly Token[]): Promise<number> {
    const key = tokens.join(' ');
    const known = this.#idByTokens.get(key);
    if (known !== undefined) return known;
    const id = (await this.#find(tx.db, key)) ?? (await this.#insert(tx, key, tokens));
    tx.afterCommit(() => this.#idByTokens.set(key, id));
    return id;
  }

  async #find(db: Db, key: string): Promise<number | undefined> {
    const row = await db.selectFrom('audience').select('id').where('tokens', '=', key).executeTakeFirst();
    return row?.id;
  }

  async #insert(tx: Tx, key: string, tokens: readonly Token[]): Promise<number> {
    const { id } = await tx.sql
      .insertInto('audience')
      .values({ tokens: key })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx.sql
      .insertInto('audience_token')
      .values(tokens.map((token) => ({ token, audience_id: id })))
      .execute();
    return id;
  }
}

/** Appends to the change log and answers its new head. Numbers are gap-free and in the order of commits. */
export async function appendToLog(tx: Tx, entries: readonly LogEntry[], now: number): Promise<number> {
  const { seq: head } = await tx.sql
    .updateTable('sync_head')
    .set((eb) => ({ seq: eb('seq', '+', entries.length) }))
    .where('id', '=', 1)
    .returning('seq')
    .executeTakeFirstOrThrow();
  const first = head - entries.length + 1;
  const rows = entries.map((entry, index) => ({
    seq: first + index,
    ent: entry.ent,
    row_id: entry.rowId,
    ticket_id: entry.ticketId,
    audience_id: entry.audienceId,
    prev_audience_id: entry.prevAudienceId,
    created_at: now,
  }));
  await tx.sql.insertInto('change_log').values(rows).execute();
  return head;
}

/** The newest number of the change log, and the incarnation of the database that it belongs to. */
export async function readHead(db: Db): Promise<Pick<SyncHeadTable, 'seq' | 'min_seq' | 'epoch'>> {
  return db
    .selectFrom('sync_head')
    .select(['seq', 'min_seq', 'epoch'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
}

/**
 * Makes this database another incarnation: whatever consoles remember of the former one no longer counts. Called once
 * after a backup was restored; the consoles then send again what the backup lacks.
 */
export async function newEpoch(tx: Tx, mintUid: UidFactory): Promise<string> {
  const epoch = mintUid();
  await tx.sql.updateTable('sync_head').set({ epoch }).where('id', '=', 1).execute();
  // A backup has the files of its attachments, not those that were on their way: consoles send them again.
  await tx.sql.deleteFrom('upload').execute();
  return epoch;
}

/** Begins the log of a new database; one that has begun keeps its head and its epoch. */
export async function beginLog(tx: Tx, epoch: string): Promise<void> {
  await tx.sql
    .insertInto('sync_head')
    .values({ id: 1, seq: 0, min_seq: 0, epoch })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
