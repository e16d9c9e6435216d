import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '../model/user.ts';
import type { UidFactory } from '../model/uid.ts';
import type { Clock } from '../model/clock.ts';
import type { Draft, EarlierDraft } from '../protocol/draft.ts';
import type { Mutation, Outcome } from '../protocol/sync.ts';
import {
  findWritten,
  forgetOldVersions,
  forgetVersions,
  keepReplaced,
  keepVersion,
  listEarlierDrafts,
  writtenIn,
  type Written,
} from './draft-history.ts';
import {
  deleteDraft,
  deleteSentDraft,
  findDraft,
  listDraftedTickets,
  putDraft,
  type DraftText,
} from './drafts.ts';
import { enterIdentity, loadIdentity, renumber, takeMid, type Identity } from './identity.ts';
import {
  countUnsettled,
  discardUnsettled,
  insertKept,
  listKept,
  resolveRefused,
  type KeptMutation,
  type KeptQuery,
  type NewMutation,
} from './kept-mutations.ts';
import { confirmUpTo, readAckedMid, storeOutcomes, unconfirm, type Decided } from './kept-outcomes.ts';
import {
  deleteFileOf,
  deleteSentFiles,
  deleteUnsentFile,
  hasFile,
  listFiles,
  markSent,
  markWaiting,
  sendAgain,
  settleFilesOf,
  type FilesFate,
  type KeptFile,
} from './kept-files.ts';
import { settlePast, type KnownPast } from './known-past.ts';
import { releaseHeldBack, takeBack } from './take-back.ts';
import type { FileState, OutboxSchema } from './tables.ts';

/** How long confirmed changes are kept, for the list of what was sent and for a node restored from a backup. */
const keepConfirmedMs = 7 * 24 * 60 * 60 * 1000;

const predictedStates = ['pending', 'applied'] as const;
const ticketsPerStatement = 500;

/** What is settled together with a change. */
export interface ChangeCompany {
  /** The conflict that it answers. */
  resolvesId?: number;
  /** The file that it puts on its ticket. */
  sentFile?: string;
  /** Files that go with it. */
  files?: readonly string[];
}

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

  /** Finds out who was signed in when the console last ran, and forgets old confirmed changes and earlier drafts. */
  async load(): Promise<void> {
    this.#identity = await loadIdentity(this.#db);
    await this.#db
      .deleteFrom('mutation')
      .where('state', 'in', ['confirmed', 'resolved'])
      .where('decided_at', '<', this.#clock.now() - keepConfirmedMs)
      .execute();
    await forgetOldVersions(this.#db, this.#clock.now());
  }

  /** Signs a user in: their earlier numbering and unsent changes are theirs again. */
  async enter(user: Actor): Promise<void> {
    await enterIdentity(this.#db, user, this.#mintUid());
    this.#identity = await loadIdentity(this.#db);
  }

  /**
   * Signs out. Unsent changes and files stay for the user's return unless they are to be discarded; drafts stay, their
   * earlier versions do not.
   */
  async leave(options: { discardUnsent: boolean }): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      if (options.discardUnsent) await discardUnsettled(trx, this.#userId, this.#clock.now());
      await deleteSentFiles(trx, this.#userId);
      await forgetVersions(trx, this.#userId);
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
   * the conflict that this change answers; its files go with it.
   * @returns what names the change on this console.
   */
  async add(mutation: NewMutation, also: ChangeCompany & { isHeldBack?: boolean } = {}): Promise<number> {
    return this.#db.transaction().execute(async (trx) => {
      const now = this.#clock.now();
      const mid = await takeMid(trx, this.#userId);
      const id = await insertKept(trx, mutation, {
        user_id: this.#userId,
        client_id: this.#identity?.clientId ?? null,
        mid,
        key: this.#mintUid(),
        created_at: now,
        is_held_back: also.isHeldBack === true ? 1 : 0,
      });
      await this.#sendDraft(trx, writtenIn(mutation), now);
      const company = { goWith: mutation.marker_uid, is_note: mutation.name === 'ticket-note' ? 1 : 0 };
      if (also.resolvesId !== undefined) await this.#end(trx, also.resolvesId, company);
      if (also.files !== undefined && also.files.length > 0) {
        const place = { userId: this.#userId, ticketUid: mutation.ticket_uid };
        const fate = { on_message_uid: company.goWith, is_note: company.is_note };
        await markWaiting(trx, place, also.files, fate);
      }
      if (also.sentFile !== undefined) await markSent(trx, also.sentFile, id);
      return id;
    });
  }

  /** A draft is over when its text is sent; what was sent stays among its earlier versions. */
  async #sendDraft(trx: Transaction<OutboxSchema>, sent: Written | null, now: number): Promise<void> {
    if (sent === null || (await findDraft(trx, this.#userId, sent.ticket_uid)) === null) return;
    await keepVersion(trx, this.#userId, sent, now);
    await deleteSentDraft(trx, this.#userId, sent.ticket_uid, sent.text);
  }

  /** Ends a conflict about a file: what is in it waits to be sent once more. */
  async resolveByFile(id: number, fileUid: string): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await resolveRefused(trx, id, this.#clock.now());
      await sendAgain(trx, this.#userId, fileUid);
    });
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
  async resolve(id: number, draft?: DraftText): Promise<void> {
    const now = this.#clock.now();
    await this.#db.transaction().execute(async (trx) => {
      await this.#end(trx, id, draft === undefined ? 'nowhere' : 'draft');
      if (draft !== undefined) await putDraft(trx, this.#userId, draft, now);
      else await this.#keepLetGo(trx, await findWritten(trx, this.#userId, id), now);
    });
  }

  async #keepLetGo(trx: Transaction<OutboxSchema>, written: Written | null, now: number): Promise<void> {
    if (written !== null) await keepVersion(trx, this.#userId, written, now);
  }

  async #end(trx: Transaction<OutboxSchema>, id: number, fate: FilesFate): Promise<void> {
    const marker = await resolveRefused(trx, id, this.#clock.now());
    if (marker === null) return;
    await settleFilesOf(trx, this.#userId, marker, fate);
    await deleteFileOf(trx, id);
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
   * Takes a change back that the node cannot know of; `draft` is what its author goes on with, together with its files.
   * Without one, what was written is kept as an earlier draft.
   * @returns its ticket, null when it is too late.
   */
  async takeBack(id: number, draft: DraftText | null): Promise<string | null> {
    const now = this.#clock.now();
    return this.#db.transaction().execute(async (trx) => {
      const written = await findWritten(trx, this.#userId, id);
      const taken = await takeBack(trx, this.#userId, id, now);
      if (taken === null) return null;
      if (draft !== null) await putDraft(trx, this.#userId, draft, now);
      else await this.#keepLetGo(trx, written, now);
      await settleFilesOf(trx, this.#userId, taken.marker_uid, draft === null ? 'nowhere' : 'draft');
      return taken.ticket_uid;
    });
  }

  /** Changes whose effect the rows from the node do not show yet: those of some tickets, or all. */
  async listPredicted(ticketUids?: readonly string[]): Promise<KeptMutation[]> {
    const open = (query: KeptQuery): KeptQuery => query.where('state', 'in', predictedStates);
    if (ticketUids === undefined) return this.#list(open);
    const kept: KeptMutation[] = [];
    for (let from = 0; from < ticketUids.length; from += ticketsPerStatement) {
      const part = ticketUids.slice(from, from + ticketsPerStatement);
      kept.push(...(await this.#list((query) => open(query).where('ticket_uid', 'in', part))));
    }
    return kept;
  }

  /** The newest changes that the node has carried out, of the days for which they are kept; the last one first. */
  listDone(limit: number): Promise<KeptMutation[]> {
    return this.#list((query) => query.where('state', '=', 'confirmed').orderBy('id', 'desc').limit(limit));
  }

  /** The tickets of the changes that are predicted. */
  async listPredictedTickets(): Promise<Set<string>> {
    const rows = await this.#db
      .selectFrom('mutation')
      .select('ticket_uid')
      .distinct()
      .where('user_id', '=', this.#userId)
      .where('state', 'in', predictedStates)
      .execute();
    return new Set(rows.map((row) => row.ticket_uid));
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
    if (outcomes.length === 0) return { tickets: [], repredicted: [] };
    const now = this.#clock.now();
    return this.#db.transaction().execute((trx) => storeOutcomes(trx, this.#userId, outcomes, now));
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
    const now = this.#clock.now();
    return this.#db.transaction().execute(async (trx) => {
      const before = await findDraft(trx, this.#userId, draft.ticket_uid);
      await keepReplaced(trx, this.#userId, before, draft.text, now);
      if (draft.text.trim() === '') await deleteDraft(trx, this.#userId, draft.ticket_uid);
      else await putDraft(trx, this.#userId, draft, now);
    });
  }

  /** Keeps a text as an earlier draft. */
  keepEarlierDraft(written: Written): Promise<void> {
    const now = this.#clock.now();
    return this.#db.transaction().execute((trx) => keepVersion(trx, this.#userId, written, now));
  }

  /** The earlier drafts of a ticket, the newest first. */
  listEarlierDrafts(ticketUid: string): Promise<EarlierDraft[]> {
    return listEarlierDrafts(this.#db, this.#userId, ticketUid);
  }

  close(): Promise<void> {
    return this.#db.destroy();
  }
}
