import type { Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Schema } from './schema.ts';

/** Reads what is committed. A function that takes a `Db` cannot write: the types do not allow it. */
export type Db = ReadonlyKysely<Schema>;

declare const inWrite: unique symbol;

/** The open write transaction. Only `WriteQueue.write` hands one out, so a function that takes a `Tx` runs inside one. */
export interface Tx {
  readonly sql: Transaction<Schema>;
  /** The same transaction for functions that only read: they see its uncommitted changes. */
  readonly db: Db;
  /** Puts off what may only happen once the changes are durable: frames, logs. */
  afterCommit: (effect: () => void) => void;
  /** What has been put off so far; what is undone takes its effects with it. */
  readonly effects: (() => void)[];
  readonly [inWrite]: true;
}
