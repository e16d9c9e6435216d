import type { Token } from '#shared/model/permissions.ts';
import type { LooseEntity, Op } from '#shared/protocol/sync.ts';
import type { Tx } from '../database/handles.ts';
import type { ChangeFeed } from './change-feed.ts';
import { appendToLog, type AudienceRepo } from './change-log.repo.ts';

export interface RowPublisherDeps {
  audiences: AudienceRepo;
  feed: ChangeFeed;
}

/** A row that hangs on no ticket, as it stands after a change. */
export interface PublishedRow {
  ent: LooseEntity;
  id: number;
  uid: string;
  /** What its readers are told: the row, or that it is gone. */
  op: Op;
  tokens: readonly Token[];
  /** Who could read it before the change; its readers when left out. */
  prevTokens?: readonly Token[];
}

/** Logs a change of such a row and tells consoles of it once it is durable. */
export class RowPublisher {
  readonly #deps: RowPublisherDeps;

  constructor(deps: RowPublisherDeps) {
    this.#deps = deps;
  }

  async publish(tx: Tx, row: PublishedRow, now: number): Promise<void> {
    const { audiences, feed } = this.#deps;
    const { ent, id, uid, op, tokens, prevTokens = tokens } = row;
    const audienceId = await audiences.intern(tx, tokens);
    const prevAudienceId = await audiences.intern(tx, prevTokens);
    const seq = await appendToLog(tx, [{ ent, rowId: id, ticketId: null, audienceId, prevAudienceId }], now);
    const gone: Op = { op: 'gone', ent, uid };
    tx.afterCommit(() => feed.publish({ seq, tokens, prevTokens, ops: [op], gone }));
  }
}
