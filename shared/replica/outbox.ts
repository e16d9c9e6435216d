import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '../model/clock.ts';
import type { UidFactory } from '../model/uid.ts';
import type { Draft, EarlierDraft } from '../protocol/draft.ts';
import type { Mutation, Outcome } from '../protocol/sync.ts';
import {
  keepWithCompany,
  resolveByAuthor,
  resolveByFile,
  takeBackWithCompany,
  type ChangeCompany,
  type Doing,
} from './change-company.ts';
import { forgetOldVersions, keepVersion, listEarlierDrafts, type Written } from './draft-history.ts';
import { findDraft, listDraftedTickets, replaceDraft, type DraftText } from './drafts.ts';
import { IdentityKeeper } from './identity-keeper.ts';
import type { Identity } from './identity.ts';
import { deleteUnsentFile, hasFile, listFiles, type KeptFile } from './kept-files.ts';
import {
  countUnsettled,
  listKept,
  type KeptMutation,
  type KeptQuery,
  type NewMutation,
} from './kept-mutations.ts';
import {
  confirmUpTo,
  forgetOldSettled,
  readAckedMid,
  storeOutcomes,
  unconfirm,
  type Decided,
} from './kept-outcomes.ts';
import { listPredicted, listPredictedTickets } from './predicted-changes.ts';
import { takeUnsent } from './take-unsent.ts';
import type { FileState, OutboxSchema } from './tables.ts';

/**
 * The agent's own work: changes in the order they were made, what became of them, and drafts. Every write is durable
 * before it is answered.
 */
export class Outbox {
  readonly #db: Kysely<OutboxSchema>;
  readonly #clock: Clock;
  readonly #mintUid: UidFactory;
  /** Signs in and out here, and keeps the numbering. */
  readonly owner: IdentityKeeper;

  constructor(db: Kysely<OutboxSchema>, clock: Clock, mintUid: UidFactory) {
    this.#db = db;
    this.#clock = clock;
    this.#mintUid = mintUid;
    this.owner = new IdentityKeeper(db, clock, mintUid);
  }

  /** Who is signed in here; null before `load` and after signing out. */
  get identity(): Identity | null {
    return this.owner.current;
  }

  get #userId(): number {
    return this.owner.userId;
  }

  /** One step of the user's, in a transaction of its own. */
  #do<Done>(step: (trx: Transaction<OutboxSchema>, by: Doing) => Promise<Done>): Promise<Done> {
    return this.#db
      .transaction()
      .execute((trx) => step(trx, { userId: this.#userId, now: this.#clock.now() }));
  }

  /** Finds out who was signed in when the console last ran, and forgets old confirmed changes and earlier drafts. */
  async load(): Promise<void> {
    await this.owner.load();
    await forgetOldSettled(this.#db, this.#clock.now());
    await forgetOldVersions(this.#db, this.#clock.now());
  }

  /**
   * Keeps a change, with the next number. A draft that became this change goes in the same transaction, and so does
   * the conflict that this change answers; its files go with it.
   * @returns what names the change on this console.
   */
  add(mutation: NewMutation, also: ChangeCompany & { isHeldBack?: boolean } = {}): Promise<number> {
    return this.#do((trx, by) => {
      const place = {
        user_id: by.userId,
        client_id: this.identity?.clientId ?? null,
        key: this.#mintUid(),
        created_at: by.now,
        is_held_back: also.isHeldBack === true ? 1 : 0,
      };
      return keepWithCompany(trx, mutation, place, also);
    });
  }

  /** Ends a conflict about a file: what is in it waits to be sent once more. */
  resolveByFile(id: number, fileUid: string): Promise<void> {
    return this.#do((trx, by) => resolveByFile(trx, by, id, fileUid));
  }

  /** Files in these states, on one ticket or on all, in the order in which they were chosen. */
  listFiles(states: readonly FileState[], ticketUid?: string): Promise<KeptFile[]> {
    return listFiles(this.#db, this.#userId, states, ticketUid);
  }

  /** Takes back the file that `number` names. @returns its ticket; null when it is too late. */
  async takeFileBack(number: number): Promise<string | null> {
    const file = (await this.listFiles(['waiting', 'failed'])).find((kept) => kept.number === number);
    return file === undefined ? null : deleteUnsentFile(this.#db, this.#userId, file.uid);
  }

  /** Whether what is in the file is kept here. */
  hasFile(uid: string): Promise<boolean> {
    return hasFile(this.#db, uid);
  }

  /**
   * Ends a conflict, saving the draft that its author goes on with; its files go with that. Without one they go away, and
   * what was written is kept as an earlier draft.
   */
  resolve(id: number, draft: DraftText | null = null): Promise<void> {
    return this.#do((trx, by) => resolveByAuthor(trx, by, id, draft));
  }

  /** The oldest undecided changes, to be pushed: from here on the node may know of them. */
  takeUnsent(limit: number): Promise<Mutation[]> {
    return takeUnsent(this.#db, this.#userId, limit);
  }

  /**
   * Takes a change back that the node cannot know of; `draft` is what its author goes on with, together with its files.
   * Without one, what was written is kept as an earlier draft.
   * @returns its ticket, null when it is too late.
   */
  takeBack(id: number, draft: DraftText | null): Promise<string | null> {
    return this.#do((trx, by) => takeBackWithCompany(trx, by, id, draft));
  }

  /** Changes whose effect the rows from the node do not show yet: those of some tickets, or all. */
  listPredicted(ticketUids?: readonly string[]): Promise<KeptMutation[]> {
    return listPredicted(this.#db, this.#userId, ticketUids);
  }

  /** The newest changes that the node has carried out, of the days for which they are kept; the last one first. */
  listDone(limit: number): Promise<KeptMutation[]> {
    return this.#list((query) => query.where('state', '=', 'confirmed').orderBy('id', 'desc').limit(limit));
  }

  /** The tickets of the changes that are predicted. */
  listPredictedTickets(): Promise<Set<string>> {
    return listPredictedTickets(this.#db, this.#userId);
  }

  /** Refused changes that wait for their author, oldest first. */
  listRefused(): Promise<KeptMutation[]> {
    return this.#list((query) => query.where('state', '=', 'refused'));
  }

  async findRefused(id: number): Promise<KeptMutation | null> {
    const [found] = await this.#list((query) => query.where('id', '=', id).where('state', '=', 'refused'));
    return found ?? null;
  }

  #list(narrow: (query: KeptQuery) => KeptQuery): Promise<KeptMutation[]> {
    return listKept(this.#db, this.#userId, narrow);
  }

  /** Stores what the node decided; outcomes that are known already change nothing. */
  async applyOutcomes(outcomes: readonly Outcome[]): Promise<Decided> {
    if (outcomes.length === 0) return { tickets: [], refused: [], carriedOut: [] };
    return this.#do((trx, { userId, now }) => storeOutcomes(trx, userId, outcomes, now));
  }

  /** Whether a change is decided whose rows are not here yet. */
  async hasUnseen(): Promise<boolean> {
    return (await this.#list((query) => query.where('state', '=', 'applied').limit(1))).length > 0;
  }

  /** Changes whose rows are here by now need no prediction any more. @returns their tickets. */
  confirmUpTo(cursor: number): Promise<string[]> {
    return confirmUpTo(this.#db, this.#userId, cursor);
  }

  /** Confirmed changes whose rows lie behind `cursor`. */
  listConfirmedBeyond(cursor: number): Promise<KeptMutation[]> {
    return this.#list((query) => query.where('state', '=', 'confirmed').where('decided_seq', '>', cursor));
  }

  /** Their rows are not here after all: they are predicted until they are. */
  unconfirm(ids: readonly number[]): Promise<void> {
    return unconfirm(this.#db, ids);
  }

  /** The last number below which every outcome is stored here. */
  ackedMid(): Promise<number> {
    return readAckedMid(this.#db, this.#userId);
  }

  countByState(): Promise<{ queued: number; needsYou: number }> {
    return countUnsettled(this.#db, this.#userId);
  }

  findDraft(ticketUid: string): Promise<Draft | null> {
    return findDraft(this.#db, this.#userId, ticketUid);
  }

  listDraftedTickets(): Promise<Set<string>> {
    return listDraftedTickets(this.#db, this.#userId);
  }

  /** Keeps what the agent is writing; an empty text removes it. What would be lost becomes an earlier draft. */
  saveDraft(draft: DraftText): Promise<void> {
    return this.#do((trx, { userId, now }) => replaceDraft(trx, userId, draft, now));
  }

  /** Keeps a text as an earlier draft. */
  keepEarlierDraft(written: Written): Promise<void> {
    return this.#do((trx, { userId, now }) => keepVersion(trx, userId, written, now));
  }

  /** The earlier drafts of a ticket, the newest first. */
  listEarlierDrafts(ticketUid: string): Promise<EarlierDraft[]> {
    return listEarlierDrafts(this.#db, this.#userId, ticketUid);
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }
}
