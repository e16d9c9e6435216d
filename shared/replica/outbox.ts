import type { Kysely, Selectable, SelectQueryBuilder, Transaction } from 'kysely';
import type { Actor } from '../model/user.ts';
import type { UidFactory } from '../model/uid.ts';
import type { Clock } from '../model/clock.ts';
import type { Draft } from '../protocol/ipc.ts';
import type { Mutation, Outcome } from '../protocol/sync.ts';
import {
  deleteDraft,
  deleteSentDraft,
  findDraft,
  listDraftedTickets,
  putDraft,
  type DraftText,
} from './drafts.ts';
import { enterIdentity, loadIdentity, readNextMid, renumber, takeMid, type Identity } from './identity.ts';
import { settlePast, type KnownPast } from './known-past.ts';
import { releaseHeldBack, takeBack } from './take-back.ts';
import type { MutationState, MutationTable, OutboxSchema } from './tables.ts';

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

export interface NewMutation {
  name: string;
  version: number;
  args: Record<string, unknown>;
  ticket_uid: string;
  marker_uid: string;
}

type Db = Kysely<OutboxSchema> | Transaction<OutboxSchema>;
type MutationQuery = SelectQueryBuilder<
  OutboxSchema,
  'mutation',
  Pick<Selectable<MutationTable>, (typeof columns)[number]>
>;

/** How long confirmed changes are kept, for the list of what was sent and for a node restored from a backup. */
const keepConfirmedMs = 7 * 24 * 60 * 60 * 1000;

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

/**
 * The agent's own work: changes in the order they were made, what became of them, and drafts. Every write is durable
 * before it is answered.
 */
export class Outbox {
  readonly #db: Kysely<OutboxSchema>;
  readonly #clock: Clock;
  readonly #mintUid: UidFactory;
  #identity: Identity | null = null;

  constructor(db: Kysely<OutboxSchema>, clock: Clock, mintUid: UidFactory) {
    this.#db = db;
    this.#clock = clock;
    this.#mintUid = mintUid;
  }

  /** Who is signed in here; null before `load` and after signing out. */
  get identity(): Identity | null {
    return this.#identity;
  }

  get #userId(): number {
    return this.#identity?.user.id ?? -1;
  }

  /** Finds out who was signed in when the console last ran, and forgets old confirmed changes. */
  async load(): Promise<void> {
    this.#identity = await loadIdentity(this.#db);
    await this.#db
      .deleteFrom('mutation')
      .where('state', 'in', ['confirmed', 'resolved'])
      .where('decided_at', '<', this.#clock.now() - keepConfirmedMs)
      .execute();
  }

  /** Signs a user in: their earlier numbering and unsent changes are theirs again. */
  async enter(user: Actor): Promise<void> {
    await enterIdentity(this.#db, user, this.#mintUid());
    this.#identity = await loadIdentity(this.#db);
  }

  /** Signs out. Unsent changes stay for the user's return unless they are to be discarded. */
  async leave(options: { discardUnsent: boolean }): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      if (options.discardUnsent) {
        await trx
          .updateTable('mutation')
          .set({ state: 'resolved', decided_at: this.#clock.now() })
          .where('user_id', '=', this.#userId)
          .where('state', 'in', ['pending', 'refused'])
          .execute();
      }
      await trx.updateTable('identity').set({ is_current: 0 }).execute();
    });
    this.#identity = null;
  }

  /** For a node that knows another console by the same identity. */
  async renewIdentity(): Promise<void> {
    await this.#db.transaction().execute((trx) => renumber(trx, this.#userId, this.#mintUid()));
    this.#identity = await loadIdentity(this.#db);
  }

  /**
   * Meets the node's database again. When it lost some of its past (restored from a backup), what it decided in the
   * last days and may lack now is to be sent once more, under a new numbering.
   * @returns the ticket of each change that is sent again; null when the numbering goes on as it was.
   */
  async meetNode(past: Omit<KnownPast, 'clientId'>): Promise<string[] | null> {
    const { epoch, clientId } = this.#identity ?? { epoch: null, clientId: '' };
    const isLost = past.lastMid < (await this.ackedMid());
    if (!isLost && epoch === past.epoch) return null;
    const since = this.#clock.now() - keepConfirmedMs;
    const own = { userId: this.#userId, epoch, isLost, since, newClientId: this.#mintUid() };
    const sentAgain = await this.#db
      .transaction()
      .execute((trx) => settlePast(trx, { ...past, clientId }, own));
    this.#identity = await loadIdentity(this.#db);
    return this.#identity?.clientId === clientId ? null : sentAgain;
  }

  /**
   * Keeps a change, with the next number. A draft that became this change goes in the same transaction, and so does
   * the conflict that this change answers.
   * @returns what names the change on this console.
   */
  async add(
    mutation: NewMutation,
    also: { resolvesId?: number; isHeldBack?: boolean } = {},
  ): Promise<number> {
    return this.#db.transaction().execute(async (trx) => {
      const now = this.#clock.now();
      const mid = await takeMid(trx, this.#userId);
      const { args, ...rest } = mutation;
      const { id } = await trx
        .insertInto('mutation')
        .values({
          ...rest,
          args: JSON.stringify(args),
          user_id: this.#userId,
          client_id: this.#identity?.clientId ?? null,
          mid,
          key: this.#mintUid(),
          state: 'pending',
          created_at: now,
          is_held_back: also.isHeldBack === true ? 1 : 0,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      if (mutation.name === 'ticket-reply' || mutation.name === 'ticket-note') {
        await deleteSentDraft(trx, this.#userId, mutation.ticket_uid, String(args['text']));
      }
      if (also.resolvesId !== undefined) await this.#resolve(trx, also.resolvesId, now);
      return id;
    });
  }

  async #resolve(db: Db, id: number, now: number): Promise<void> {
    await db
      .updateTable('mutation')
      .set({ state: 'resolved', decided_at: now })
      .where('id', '=', id)
      .where('state', '=', 'refused')
      .execute();
  }

  /** Ends a conflict, saving the draft that its author goes on with. */
  async resolve(id: number, draft?: DraftText): Promise<void> {
    const now = this.#clock.now();
    await this.#db.transaction().execute(async (trx) => {
      await this.#resolve(trx, id, now);
      if (draft !== undefined) await putDraft(trx, this.#userId, draft, now);
    });
  }

  /** The oldest undecided changes, to be pushed: from here on the node may know of them. */
  async takeUnsent(limit: number): Promise<Mutation[]> {
    const kept = await this.#list((query) => query.where('state', '=', 'pending').limit(limit));
    if (kept.some((mutation) => mutation.is_held_back === 1)) {
      const released = await this.#db.transaction().execute((trx) => releaseHeldBack(trx, kept));
      // One of them was taken back in between, and the numbers moved up.
      if (!released) return this.takeUnsent(limit);
    }
    return kept.map(({ mid, key, name, version, args, created_at }) => ({
      mid,
      key,
      name,
      version,
      args: args as Mutation['args'],
      at: created_at,
    }));
  }

  /**
   * Takes a change back that the node cannot know of; `draft` is what its author goes on with.
   * @returns its ticket, null when it is too late.
   */
  async takeBack(id: number, draft: DraftText | null): Promise<string | null> {
    const now = this.#clock.now();
    return this.#db.transaction().execute(async (trx) => {
      const ticketUid = await takeBack(trx, this.#userId, id, now);
      if (ticketUid !== null && draft !== null) await putDraft(trx, this.#userId, draft, now);
      return ticketUid;
    });
  }

  /** Changes whose effect the rows from the node do not show yet: those of one ticket, or all. */
  listPredicted(ticketUid?: string): Promise<KeptMutation[]> {
    return this.#list((query) => {
      const open = query.where('state', 'in', ['pending', 'applied']);
      return ticketUid === undefined ? open : open.where('ticket_uid', '=', ticketUid);
    });
  }

  /** Refused changes that wait for their author, oldest first. */
  listRefused(): Promise<KeptMutation[]> {
    return this.#list((query) => query.where('state', '=', 'refused'));
  }

  async findRefused(id: number): Promise<KeptMutation | null> {
    const [found] = await this.#list((query) => query.where('id', '=', id).where('state', '=', 'refused'));
    return found ?? null;
  }

  async #list(narrow: (query: MutationQuery) => MutationQuery): Promise<KeptMutation[]> {
    const rows = await narrow(this.#select()).orderBy('mid').execute();
    return rows.map((row) => ({ ...row, args: JSON.parse(row.args) as Record<string, unknown> }));
  }

  #select(): MutationQuery {
    return this.#db.selectFrom('mutation').select(columns).where('user_id', '=', this.#userId);
  }

  /**
   * Stores what the node decided; outcomes that are known already change nothing.
   * @returns the tickets whose predictions change.
   */
  async applyOutcomes(outcomes: readonly Outcome[]): Promise<string[]> {
    if (outcomes.length === 0) return [];
    const now = this.#clock.now();
    return this.#db.transaction().execute(async (trx) => {
      const tickets: string[] = [];
      for (const outcome of outcomes) {
        const state =
          outcome.status === 'refused' ? 'refused' : outcome.status === 'applied' ? 'applied' : 'confirmed';
        const changed = await trx
          .updateTable('mutation')
          .set({
            state,
            decided_seq: outcome.seq,
            decided_at: now,
            refusal: outcome.refusal === undefined ? null : JSON.stringify(outcome.refusal),
          })
          .where('user_id', '=', this.#userId)
          // By its key: a copy of this profile may have used the same number for something else.
          .where('key', '=', outcome.key)
          .where('state', '=', 'pending')
          .returning('ticket_uid')
          .execute();
        tickets.push(...changed.map((row) => row.ticket_uid));
      }
      return [...new Set(tickets)];
    });
  }

  /** Whether a change is decided whose rows are not here yet. */
  async hasUnseen(): Promise<boolean> {
    return (await this.#list((query) => query.where('state', '=', 'applied').limit(1))).length > 0;
  }

  /** Changes whose rows are here by now need no prediction any more. @returns their tickets. */
  async confirmUpTo(cursor: number): Promise<string[]> {
    const rows = await this.#db
      .updateTable('mutation')
      .set({ state: 'confirmed' })
      .where('user_id', '=', this.#userId)
      .where('state', '=', 'applied')
      .where('decided_seq', '<=', cursor)
      .returning('ticket_uid')
      .execute();
    return [...new Set(rows.map((row) => row.ticket_uid))];
  }

  /** Confirmed changes whose rows lie behind `cursor`. */
  listConfirmedBeyond(cursor: number): Promise<KeptMutation[]> {
    return this.#list((query) => query.where('state', '=', 'confirmed').where('decided_seq', '>', cursor));
  }

  /** Their rows are not here after all: they are predicted until they are. */
  async unconfirm(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.updateTable('mutation').set({ state: 'applied' }).where('id', 'in', ids).execute();
  }

  /** The last number below which every outcome is stored here. */
  async ackedMid(): Promise<number> {
    const first = await this.#db
      .selectFrom('mutation')
      .select('mid')
      .where('user_id', '=', this.#userId)
      .where('state', '=', 'pending')
      .orderBy('mid')
      .executeTakeFirst();
    if (first !== undefined) return first.mid - 1;
    return (await readNextMid(this.#db, this.#userId)) - 1;
  }

  async countByState(): Promise<{ queued: number; needsYou: number }> {
    const rows = await this.#db
      .selectFrom('mutation')
      .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
      .where('user_id', '=', this.#userId)
      .where('state', 'in', ['pending', 'refused'])
      .groupBy('state')
      .execute();
    const of = (state: MutationState): number => rows.find((row) => row.state === state)?.n ?? 0;
    return { queued: of('pending'), needsYou: of('refused') };
  }

  findDraft(ticketUid: string): Promise<Draft | null> {
    return findDraft(this.#db, this.#userId, ticketUid);
  }

  listDraftedTickets(): Promise<Set<string>> {
    return listDraftedTickets(this.#db, this.#userId);
  }

  /** Keeps what the agent is writing; an empty text removes it. */
  saveDraft(draft: DraftText): Promise<void> {
    return draft.text.trim() === ''
      ? deleteDraft(this.#db, this.#userId, draft.ticket_uid)
      : putDraft(this.#db, this.#userId, draft, this.#clock.now());
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }
}
