import { profileColumns } from '#shared/model/columns.ts';
import { staffAudience } from '#shared/model/permissions.ts';
import type { Op } from '#shared/protocol/sync.ts';
import type { Tx } from '../database/handles.ts';
import type { ChangeFeed } from '../sync/change-feed.ts';
import type { RowPublisher } from '../sync/row-publisher.ts';
import { findProfile } from './profile.repo.ts';
import {
  findUser,
  insertUser,
  updateUser,
  type NewUser,
  type UserChanges,
  type UserRecord,
} from './user.repo.ts';

export interface UserWriterDeps {
  publisher: RowPublisher;
  feed: ChangeFeed;
}

/** What decides which rows a user may see: consoles must reconnect when one of these changes. */
const scopeColumns = ['role', 'department', 'is_active', 'is_approved'] as const;

/**
 * The one place that writes users. Profiles of staff are replicated: a change of one is logged and published as a
 * ticket's is.
 */
export class UserWriter {
  readonly #deps: UserWriterDeps;

  constructor(deps: UserWriterDeps) {
    this.#deps = deps;
  }

  async insert(tx: Tx, user: NewUser, now: number): Promise<UserRecord> {
    const id = await insertUser(tx, { ...user, ver: 1, created_at: now, updated_at: now, deleted_at: null });
    if (user.role !== 'customer') await this.#publishProfile(tx, { id, uid: user.uid }, now);
    return this.#read(tx, id);
  }

  /** Sets what differs; nothing is written when nothing does. */
  async update(tx: Tx, before: UserRecord, wanted: UserChanges, now: number): Promise<UserRecord> {
    const changes = Object.fromEntries(
      Object.entries(wanted).filter(([column, value]) => value !== before[column as keyof UserRecord]),
    ) as UserChanges;
    const isDifferent = (column: string): boolean => Object.hasOwn(changes, column);
    if (Object.keys(changes).length === 0) return before;
    const isProfileChanged = [...profileColumns, 'deleted_at'].some(isDifferent);
    await updateUser(tx, before.id, {
      ...changes,
      ...(isProfileChanged ? { ver: before.ver + 1 } : {}),
      updated_at: now,
    });
    if (isProfileChanged && (before.role !== 'customer' || isDifferent('role'))) {
      await this.#publishProfile(tx, before, now);
    }
    if ([...scopeColumns, 'deleted_at'].some(isDifferent)) {
      tx.afterCommit(() => this.#deps.feed.publishScopeChange(before.id));
    }
    if (isDifferent('agent_capacity')) tx.afterCommit(() => this.#deps.feed.publishCapacity());
    return isDifferent('deleted_at') ? before : this.#read(tx, before.id);
  }

  async #read(tx: Tx, id: number): Promise<UserRecord> {
    const user = await findUser(tx.db, id);
    if (user === null) throw new Error(`User ${id} is not there after it was written`);
    return user;
  }

  /** A profile that is gone (deleted, or no longer staff) is taken from every console. */
  async #publishProfile(tx: Tx, { id, uid }: { id: number; uid: string }, now: number): Promise<void> {
    const profile = await findProfile(tx.db, id);
    const op: Op =
      profile === null ? { op: 'gone', ent: 'profile', uid } : { op: 'put', ent: 'profile', row: profile };
    await this.#deps.publisher.publish(tx, { ent: 'profile', id, uid, op, tokens: staffAudience }, now);
  }
}
