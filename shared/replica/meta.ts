import type { ReplicaDb, ReplicaTx } from './tables.ts';

/** A snapshot under way: where it goes on, and what the first page said. */
export interface Boot {
  epoch: string;
  head: number;
  scope: string[];
  after: string | null;
  done: number;
  /** Nothing was here when it began: nothing can be left over at its end. */
  is_first: boolean;
  /** Only what these tokens may read is fetched, because the rest is here; null when everything is. */
  added: string[] | null;
}

/** What the replica knows about itself. Written in the transaction of the rows it speaks of. */
export interface ReplicaMeta {
  user_id: number | null;
  epoch: string | null;
  /** Everything visible up to this number of the node's log is in this file. */
  cursor: number | null;
  scope: string[];
  boot: Boot | null;
  synced_at: number | null;
  /** Messages older than this count as read: the agent met them when this copy was made. */
  read_before: number;
}

const empty: ReplicaMeta = {
  user_id: null,
  epoch: null,
  cursor: null,
  scope: [],
  boot: null,
  synced_at: null,
  read_before: 0,
};

export async function readMeta(db: ReplicaDb | ReplicaTx): Promise<ReplicaMeta> {
  const rows = await db.selectFrom('meta').select(['key', 'value']).execute();
  const stored = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
  return { ...empty, ...(stored as Partial<ReplicaMeta>) };
}

export async function writeMeta(tx: ReplicaTx, values: Partial<ReplicaMeta>): Promise<void> {
  for (const [key, value] of Object.entries(values)) {
    const text = JSON.stringify(value);
    await tx
      .insertInto('meta')
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
      .execute();
  }
}
