import type { Generated } from 'kysely';

/** Interned sets of reader tokens; `tokens` is the sorted list joined by spaces. */
export interface AudienceTable {
  id: Generated<number>;
  tokens: string;
}

export interface AudienceTokenTable {
  token: string;
  audience_id: number;
}

/** One row: the change log's newest number, and which incarnation of the database it counts for. */
export interface SyncHeadTable {
  id: number;
  seq: number;
  /** Entries up to this number may be gone from the log. */
  min_seq: number;
  epoch: string;
}

/** Which row may have changed, for whom, and for whom before. Its content is read when it is sent. */
export interface ChangeLogTable {
  seq: number;
  ent: string;
  row_id: number;
  /** The ticket the row belongs to; null for profiles. */
  ticket_id: number | null;
  audience_id: number;
  prev_audience_id: number;
  created_at: number;
}

export interface SyncClientTable {
  id: string;
  user_id: number;
  last_mid: number;
  acked_mid: number;
  last_seen_at: number;
}

export interface MutationResultTable {
  client_id: string;
  mid: number;
  key: string;
  name: string;
  /** JSON of the outcome, answered again to a repeat. */
  outcome: string;
  created_at: number;
}
