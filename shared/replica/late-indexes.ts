import { sql } from 'kysely';
import type { Lane } from './lane.ts';
import type { ReplicaDb, ReplicaTx } from './tables.ts';

/**
 * Indexes of tickets that a first snapshot does without until its last page: to make them then takes half of what it
 * costs to grow them row by row. A new file has none of them. The one in whose order lists are read is there all along.
 */
const late = {
  ticket_assignee: '(assignee_id, updated_at, uid, status, snoozed_until, merged_into_uid)',
  ticket_status: '(status, updated_at, uid, snoozed_until, merged_into_uid)',
  ticket_id: '(id)',
  // By what a customer is known.
  ticket_requester: '(requester_id) WHERE requester_id IS NOT NULL',
  ticket_email: '(lower(requester_email))',
  ticket_phone: '(phone_number) WHERE phone_number IS NOT NULL',
} as const;

export const lateIndexNames: readonly string[] = Object.keys(late);

/** Makes each of them, unless it is there. */
const lateIndexes: readonly string[] = Object.entries(late).map(
  ([name, keys]) => `CREATE INDEX IF NOT EXISTS ${name} ON ticket ${keys}`,
);

/** A snapshot begins that fills an empty table. */
export async function dropLateIndexes(tx: ReplicaTx): Promise<void> {
  for (const name of lateIndexNames) await sql`DROP INDEX IF EXISTS ${sql.ref(name)}`.execute(tx);
}

/** Nearly all tickets are here. One at a time, so that what the agent asks meanwhile comes in between. */
export async function makeLateIndexes(db: ReplicaDb, lane: Lane): Promise<void> {
  for (const statement of lateIndexes) await lane(() => sql.raw(statement).execute(db));
}
