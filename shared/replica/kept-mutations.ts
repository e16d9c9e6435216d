import type { Kysely, Selectable, SelectQueryBuilder, Transaction } from 'kysely';
import type { MutationState, MutationTable, OutboxSchema } from './tables.ts';

export type OutboxDb = Kysely<OutboxSchema> | Transaction<OutboxSchema>;

/** A kept change, its arguments parsed. */
export interface KeptMutation {
  id: number;
  mid: number;
  key: string;
  name: string;
  version: number;
  args: Record<string, unknown>;
  ticket_uid: string;
  marker_uid: string;
  state: MutationState;
  decided_seq: number | null;
  refusal: string | null;
  created_at: number;
  is_held_back: number;
}

/** The words that a change brings, null when it brings none. */
export const textOf = (args: KeptMutation['args']): string | null =>
  typeof args['text'] === 'string' ? args['text'] : null;

export interface NewMutation {
  name: string;
  version: number;
  args: Record<string, unknown>;
  ticket_uid: string;
  marker_uid: string;
}

/** Where a change stands among those of its user. */
export interface KeptPlace {
  user_id: number;
  client_id: string | null;
  mid: number;
  key: string;
  created_at: number;
  is_held_back: number;
}

const columns = [
  'id',
  'mid',
  'key',
  'name',
  'version',
  'args',
  'ticket_uid',
  'marker_uid',
  'state',
  'decided_seq',
  'refusal',
  'created_at',
  'is_held_back',
] as const;

export type KeptQuery = SelectQueryBuilder<
  OutboxSchema,
  'mutation',
  Pick<Selectable<MutationTable>, (typeof columns)[number]>
>;

/** Kept changes of one user in the order of their numbers; `narrow` says which. */
export async function listKept(
  db: OutboxDb,
  userId: number,
  narrow: (query: KeptQuery) => KeptQuery,
): Promise<KeptMutation[]> {
  const own = db.selectFrom('mutation').select(columns).where('user_id', '=', userId);
  const rows = await narrow(own).orderBy('mid').execute();
  return rows.map((row) => ({ ...row, args: JSON.parse(row.args) as Record<string, unknown> }));
}

/** Keeps one change as undecided. @returns what names it on this console. */
export async function insertKept(
  trx: Transaction<OutboxSchema>,
  { args, ...mutation }: NewMutation,
  place: KeptPlace,
): Promise<number> {
  const { id } = await trx
    .insertInto('mutation')
    .values({ ...mutation, ...place, args: JSON.stringify(args), state: 'pending' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends a conflict. @returns the row that its change would have brought; null when it had ended already. */
export async function resolveRefused(db: OutboxDb, id: number, now: number): Promise<string | null> {
  const ended = await db
    .updateTable('mutation')
    .set({ state: 'resolved', decided_at: now })
    .where('id', '=', id)
    .where('state', '=', 'refused')
    .returning('marker_uid')
    .executeTakeFirst();
  return ended?.marker_uid ?? null;
}

/** Gives up on everything that was not sent or waits for its author. */
export async function discardUnsettled(db: OutboxDb, userId: number, now: number): Promise<void> {
  await db
    .updateTable('mutation')
    .set({ state: 'resolved', decided_at: now })
    .where('user_id', '=', userId)
    .where('state', 'in', ['pending', 'refused'])
    .execute();
  await db.deleteFrom('file').where('user_id', '=', userId).execute();
}

/**
 * Changes and files that wait for the node, and those that wait for their author. Files of a refused message are no
 * matter of their own: they go where their author says that it goes.
 */
export async function countUnsettled(
  db: OutboxDb,
  userId: number,
): Promise<{ queued: number; needsYou: number }> {
  const rows = await db
    .selectFrom('mutation')
    .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
    .where('user_id', '=', userId)
    .where('state', 'in', ['pending', 'refused'])
    .groupBy('state')
    .execute();
  const of = (state: MutationState): number => rows.find((row) => row.state === state)?.n ?? 0;
  const refused = db
    .selectFrom('mutation')
    .select('marker_uid')
    .where('user_id', '=', userId)
    .where('state', '=', 'refused');
  const files = await db
    .selectFrom('file')
    .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('on_message_uid', 'is', null), eb('on_message_uid', 'not in', refused)]))
    .groupBy('state')
    .execute();
  const filesOf = (state: 'waiting' | 'failed'): number => files.find((row) => row.state === state)?.n ?? 0;
  return { queued: of('pending') + filesOf('waiting'), needsYou: of('refused') + filesOf('failed') };
}
