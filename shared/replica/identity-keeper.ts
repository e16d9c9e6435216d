import type { Kysely } from 'kysely';
import type { Clock } from '../model/clock.ts';
import type { UidFactory } from '../model/uid.ts';
import type { Actor } from '../model/user.ts';
import { forgetVersions } from './draft-history.ts';
import { enterIdentity, loadIdentity, renumber, type Identity } from './identity.ts';
import { deleteSentFiles } from './kept-files.ts';
import { discardUnsettled } from './kept-mutations.ts';
import { readAckedMid } from './kept-outcomes.ts';
import { settlePast, type KnownPast } from './known-past.ts';
import type { OutboxSchema } from './tables.ts';

/** Whose the outbox is, and under which name and numbers the node knows their changes. */
export class IdentityKeeper {
  readonly #db: Kysely<OutboxSchema>;
  readonly #clock: Clock;
  readonly #mintUid: UidFactory;
  #current: Identity | null = null;

  constructor(db: Kysely<OutboxSchema>, clock: Clock, mintUid: UidFactory) {
    this.#db = db;
    this.#clock = clock;
    this.#mintUid = mintUid;
  }

  /** Who is signed in here; null before `load` and after signing out. */
  get current(): Identity | null {
    return this.#current;
  }

  get userId(): number {
    return this.#current?.user.id ?? -1;
  }

  /** Finds out who was signed in when the console last ran. */
  async load(): Promise<void> {
    this.#current = await loadIdentity(this.#db);
  }

  /** Signs a user in: their earlier numbering and unsent changes are theirs again. */
  async enter(user: Actor): Promise<void> {
    await enterIdentity(this.#db, user, this.#mintUid());
    await this.load();
  }

  /**
   * Signs out. Unsent changes and files stay for the user's return unless they are to be discarded; drafts stay, their
   * earlier versions do not.
   */
  async leave(options: { discardUnsent: boolean }): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      if (options.discardUnsent) await discardUnsettled(trx, this.userId, this.#clock.now());
      await deleteSentFiles(trx, this.userId);
      await forgetVersions(trx, this.userId);
      await trx.updateTable('identity').set({ is_current: 0 }).execute();
    });
    this.#current = null;
  }

  /** For a node that knows another console by the same identity. */
  async renew(): Promise<void> {
    await this.#db.transaction().execute((trx) => renumber(trx, this.userId, this.#mintUid()));
    await this.load();
  }

  /**
   * Meets the node's database again. When it lost some of its past (restored from a backup), what it decided and may
   * lack now is to be sent once more, under a new numbering.
   * @returns the ticket of each change that is sent again; null when the numbering goes on as it was.
   */
  async meetNode(past: Omit<KnownPast, 'clientId'>): Promise<string[] | null> {
    const { epoch, clientId } = this.#current ?? { epoch: null, clientId: '' };
    const isLost = past.lastMid < (await readAckedMid(this.#db, this.userId));
    if (!isLost && epoch === past.epoch) return null;
    const now = this.#clock.now();
    const own = { userId: this.userId, epoch, isLost, now, newClientId: this.#mintUid() };
    const sentAgain = await this.#db
      .transaction()
      .execute((trx) => settlePast(trx, { ...past, clientId }, own));
    await this.load();
    return this.#current?.clientId === clientId ? null : sentAgain;
  }
}
