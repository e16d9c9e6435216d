import type { UidFactory } from '#shared/model/uid.ts';
import type { Actor } from '#shared/model/user.ts';
import { findWeakness, type PasswordRules } from '../auth/password-rules.ts';
import type { Passwords } from '../auth/passwords.ts';
import { revokeSessionsOf } from '../auth/session.repo.ts';
import type { Db } from '../database/handles.ts';
import {
  nameColumns,
  newPerson,
  personColumns,
  type PersonChanges,
  type PersonInput,
} from './person-input.ts';
import { refuseTaken } from './staff-input.ts';
import { refused, type UserOutcome, type UserRefusal } from './user-refusal.ts';
import { refuseChange, refuseCreation, refuseRemoval, refuseRole } from './user.policy.ts';
import { isLoginTaken, type UserRecord } from './user.repo.ts';
import { addUser, changeUser, type WriteUserDeps } from './write-user.ts';

export interface UserAdminDeps extends WriteUserDeps {
  passwords: Passwords;
  mintUid: UidFactory;
}

/** Changes users of every role, customers too. Expected refusals are values; only faults throw. */
export class UserAdminService {
  readonly #deps: UserAdminDeps;

  constructor(deps: UserAdminDeps) {
    this.#deps = deps;
  }

  async create(actor: Actor, input: PersonInput, rules: PasswordRules): Promise<UserOutcome<UserRecord>> {
    const { database, passwords, mintUid } = this.#deps;
    const { username, email, password } = input;
    const refusal =
      refuseCreation(actor, input.role) ??
      refuseWeak(password, rules) ??
      (await refuseTaken(database.db, username, email));
    if (refusal !== null) return refused(refusal);
    const user = newPerson(input, { uid: mintUid(), password_hash: await passwords.hash(password) });
    return addUser(this.#deps, actor, user);
  }

  /** A new password ends the user's sessions. */
  async update(
    actor: Actor,
    id: number,
    changes: PersonChanges,
    rules: PasswordRules,
  ): Promise<UserOutcome<UserRecord>> {
    const { password } = changes;
    const weak = password === undefined ? null : refuseWeak(password, rules);
    if (weak !== null) return refused(weak);
    const hash = password === undefined ? null : await this.#deps.passwords.hash(password);
    return changeUser(this.#deps, id, { actor, action: 'user_updated' }, async (tx, user) => {
      const refusal =
        refuseChange(actor, user) ??
        refuseRole(actor, user, changes.role) ??
        (await refuseTakenBy(tx.db, user, changes));
      if (refusal !== null) return refusal;
      if (hash !== null) await revokeSessionsOf(tx, id, this.#deps.clock.now());
      return { ...personColumns(user, changes), ...(hash === null ? {} : { password_hash: hash }) };
    });
  }

  /** The user's own names and password; a new one ends their other sessions. */
  async updateOwn(
    { actor, sessionId }: { actor: Actor; sessionId: string },
    changes: Pick<PersonChanges, 'firstName' | 'lastName' | 'password'>,
    rules: PasswordRules,
  ): Promise<UserOutcome<UserRecord>> {
    const { password } = changes;
    const weak = password === undefined ? null : refuseWeak(password, rules);
    if (weak !== null) return refused(weak);
    const hash = password === undefined ? null : await this.#deps.passwords.hash(password);
    return changeUser(this.#deps, actor.id, { actor, action: 'user_updated' }, async (tx, user) => {
      if (hash !== null) await revokeSessionsOf(tx, actor.id, this.#deps.clock.now(), sessionId);
      return { ...nameColumns(user, changes), ...(hash === null ? {} : { password_hash: hash }) };
    });
  }

  activate(actor: Actor, id: number): Promise<UserOutcome<UserRecord>> {
    return changeUser(
      this.#deps,
      id,
      { actor, action: 'user_activated' },
      async (_tx, user) => refuseChange(actor, user) ?? { is_active: 1 },
    );
  }

  /** Ends the user's sessions, and by the next request their access tokens. */
  deactivate(actor: Actor, id: number): Promise<UserOutcome<UserRecord>> {
    return changeUser(this.#deps, id, { actor, action: 'user_deactivated' }, async (tx, user) => {
      const refusal = refuseRemoval(actor, user);
      if (refusal !== null) return refusal;
      await revokeSessionsOf(tx, id, this.#deps.clock.now());
      return { is_active: 0 };
    });
  }

  /** Gone from every list; tickets keep the name, and nobody else gets it to sign in by (contract, A14). */
  remove(actor: Actor, id: number): Promise<UserOutcome<UserRecord>> {
    return changeUser(this.#deps, id, { actor, action: 'user_deleted' }, async (tx, user) => {
      const refusal = refuseRemoval(actor, user);
      if (refusal !== null) return refusal;
      const now = this.#deps.clock.now();
      await revokeSessionsOf(tx, id, now);
      return { is_active: 0, deleted_at: now };
    });
  }
}

function refuseWeak(password: string, rules: PasswordRules): UserRefusal | null {
  const text = findWeakness(password, rules);
  return text === null ? null : { code: 'weak_password', text };
}

async function refuseTakenBy(
  db: Db,
  user: UserRecord,
  { username, email }: PersonChanges,
): Promise<UserRefusal | null> {
  if (username !== undefined && (await isLoginTaken(db, username, user.id)))
    return { code: 'username_taken', username };
  if (email !== undefined && (await isLoginTaken(db, email, user.id))) return { code: 'email_taken', email };
  return null;
}
