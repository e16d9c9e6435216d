import type { AwayItem } from '../protocol/away-item.ts';
import type { Op } from '../protocol/sync.ts';
import type { ReplicaDb, ReplicaTx } from './tables.ts';

/** More than anybody reads; a console that was away for longer has its inbox to look at. */
const itemLimit = 200;
const uidsPerStatement = 500;

type Named = Pick<AwayItem, 'ticket_uid' | 'ticket_id' | 'subject'>;

/**
 * What others did while this console was away, by ticket. Kept until the agent has read it or the program ends; the
 * tickets themselves are all here.
 */
export class Away {
  readonly #itemByUid = new Map<string, AwayItem>();

  /** The tickets that changed most lately first. */
  list(): AwayItem[] {
    return [...this.#itemByUid.values()].toReversed();
  }

  /** Somebody has read it, or is another one. */
  clear(): void {
    this.#itemByUid.clear();
  }

  add(items: Iterable<AwayItem>): void {
    for (const item of items) {
      const before = this.#itemByUid.get(item.ticket_uid);
      this.#itemByUid.delete(item.ticket_uid);
      this.#itemByUid.set(item.ticket_uid, before === undefined ? item : merge(before, item));
      const [oldest] = this.#itemByUid.keys();
      if (this.#itemByUid.size > itemLimit && oldest !== undefined) this.#itemByUid.delete(oldest);
    }
  }
}

/** A ticket that is gone, or new here, is that alone, whatever else happened to it. */
function merge(before: AwayItem, item: AwayItem): AwayItem {
  if (item.kind !== 'changed' || before.kind === 'gone') return item;
  if (before.kind === 'new') return before;
  return { ...item, messages: before.messages + item.messages, changes: before.changes + item.changes };
}

/** What these rows, before they are stored, say that is not held here yet and not the user's own doing. */
export async function findAway(tx: ReplicaTx, ops: readonly Op[], userId: number): Promise<AwayItem[]> {
  const held = await findNames(tx, ops);
  const fresh = await findFresh(tx, ops);
  const away = new Away();
  const add = (
    ticket: Named | undefined,
    kind: AwayItem['kind'],
    { messages = 0, changes = 0 }: { messages?: number; changes?: number } = {},
  ): void => {
    if (ticket !== undefined) away.add([{ ...ticket, kind, messages, changes }]);
  };
  for (const op of ops) {
    if (op.op === 'gone' && op.ent === 'ticket') add(held.get(op.uid), 'gone');
    if (op.op !== 'put') continue;
    if (op.ent === 'ticket' && !held.has(op.row.uid)) {
      add({ ticket_uid: op.row.uid, ticket_id: op.row.id, subject: op.row.subject }, 'new');
    } else if (op.ent === 'message' && op.row.sender_id !== userId && fresh.has(op.row.uid)) {
      add(held.get(op.row.ticket_uid), 'changed', { messages: 1 });
    } else if (op.ent === 'activity' && op.row.actor_id !== userId && fresh.has(op.row.uid)) {
      // What tells of a message is counted with it.
      if (op.row.message_uid === null) add(held.get(op.row.ticket_uid), 'changed', { changes: 1 });
    }
  }
  return away.list().toReversed();
}

function* inParts(uids: Iterable<string>): Generator<string[]> {
  const all = [...new Set(uids)];
  for (let from = 0; from < all.length; from += uidsPerStatement)
    yield all.slice(from, from + uidsPerStatement);
}

/** Those of the tickets in these rows that are held here, and what they are called. */
async function findNames(db: ReplicaDb | ReplicaTx, ops: readonly Op[]): Promise<Map<string, Named>> {
  const uids = ops.flatMap((op) => {
    if (op.op === 'put' && (op.ent === 'message' || op.ent === 'activity')) return [op.row.ticket_uid];
    if (op.ent !== 'ticket') return [];
    return [op.op === 'put' ? op.row.uid : op.uid];
  });
  const found = new Map<string, Named>();
  for (const part of inParts(uids)) {
    const rows = await db
      .selectFrom('ticket')
      .select(['uid as ticket_uid', 'id as ticket_id', 'subject'])
      .where('uid', 'in', part)
      .execute();
    for (const row of rows) found.set(row.ticket_uid, row);
  }
  return found;
}

/** The messages and activities among these rows that are not held here. */
async function findFresh(db: ReplicaDb | ReplicaTx, ops: readonly Op[]): Promise<Set<string>> {
  const fresh = new Set<string>();
  for (const table of ['message', 'activity'] as const) {
    const coming = ops.flatMap((op) => (op.op === 'put' && op.ent === table ? [op.row.uid] : []));
    for (const part of inParts(coming)) {
      const held = await db.selectFrom(table).select('uid').where('uid', 'in', part).execute();
      const known = new Set(held.map(({ uid }) => uid));
      for (const uid of part) if (!known.has(uid)) fresh.add(uid);
    }
  }
  return fresh;
}
