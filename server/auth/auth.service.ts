import type { Clock } from '#shared/model/clock.ts';
import type { TokenScope } from '#shared/model/token-scope.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import type { Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { findActor } from '../users/profile.repo.ts';
import {
  findAccountById,
  findAccountByLogin,
  recordLogin,
  replacePasswordHash,
  type Account,
} from './account.repo.ts';
import { issueGrant, type Grant, type SessionPolicy } from './grant.ts';
import { findWeakness, type PasswordRules } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import {
  deleteExpiredSessions,
  findSession,
  insertSession,
  revokeSession,
  revokeSessionsOf,
  rotateSession,
  type Session,
} from './session.repo.ts';
import type { RefreshClaims, Tokens } from './tokens.ts';

/** Who asks, by an access token. */
export interface Access {
  actor: Actor;
  sessionId: string;
  /** When the token ends, ms UTC. */
  expiresAt: number;
  /** What a program's token is good for; left out for people, who may do whatever they may. */
  scopes?: readonly TokenScope[];
}

export type PasswordChange =
  | { kind: 'changed' }
  | { kind: 'wrong_password' }
  | { kind: 'weak'; text: string };

export interface AuthServiceDeps {
  database: Database;
  tokens: Tokens;
  passwords: Passwords;
  clock: Clock;
  mintUid: UidFactory;
}

/** For an answer that got lost: within this time the token before the newest is answered once more. */
const repeatWindowMs = 30_000;

/** Signs people in and out. Every refused sign-in looks the same from outside, whatever the reason. */
export class AuthService {
  readonly #deps: AuthServiceDeps;

  constructor(deps: AuthServiceDeps) {
    this.#deps = deps;
  }

  /** Null when the name, the password or the account will not do. */
  async signIn(login: string, password: string, policy: SessionPolicy): Promise<Grant | null> {
    const { database, passwords, clock, mintUid } = this.#deps;
    const account = await findAccountByLogin(database.db, login);
    const isCorrect = await passwords.isCorrect(password, account?.password_hash ?? null);
    if (account === null || !isCorrect || !isWelcome(account, policy)) return null;
    const now = clock.now();
    const session: Session = {
      id: mintUid(),
      user_id: account.id,
      surface: policy.surface,
      generation: 0,
      rotated_at: now,
      created_at: now,
      expires_at: now + policy.refreshSeconds * 1000,
      revoked_at: null,
    };
    await database.write(async (tx) => {
      await deleteExpiredSessions(tx, account.id, now);
      await insertSession(tx, session);
      await recordLogin(tx, account.id, now);
    });
    return issueGrant(this.#deps, account, session, policy);
  }

  /**
   * Exchanges a refresh token for a new pair. A token works once; used again later than an honest repeat would be, it
   * was stolen from one of its two users, so that the whole session ends. Null when it will not do.
   */
  async refresh(token: string, policy: SessionPolicy): Promise<Grant | null> {
    const claims = this.#deps.tokens.readRefresh(token);
    if (claims === null) return null;
    return this.#deps.database.write(async (tx) => {
      const account = await findAccountById(tx.db, claims.user_id);
      if (account === null || !isWelcome(account, policy)) return null;
      const session = await this.#rotate(tx, claims, policy);
      return session === null ? null : issueGrant(this.#deps, account, session, policy);
    });
  }

  async #rotate(tx: Tx, claims: RefreshClaims, policy: SessionPolicy): Promise<Session | null> {
    const now = this.#deps.clock.now();
    const session = await findSession(tx.db, claims.sid);
    if (session === null || session.user_id !== claims.user_id || session.surface !== policy.surface)
      return null;
    if (session.revoked_at !== null || session.expires_at <= now || claims.gen > session.generation)
      return null;
    if (policy.keepsRefreshToken === true) return claims.gen === session.generation ? session : null;
    if (claims.gen === session.generation) {
      const rotated: Session = {
        ...session,
        generation: session.generation + 1,
        rotated_at: now,
        expires_at: now + policy.refreshSeconds * 1000,
      };
      await rotateSession(tx, rotated);
      return rotated;
    }
    if (claims.gen === session.generation - 1 && now - session.rotated_at <= repeatWindowMs) return session;
    await revokeSession(tx, session.id, now);
    return null;
  }

  /** Whether a refresh token is one of ours whose session was ended by somebody, or whose account is closed. */
  async isTakenBack(token: string): Promise<boolean> {
    const claims = this.#deps.tokens.readRefresh(token);
    if (claims === null) return false;
    const { db } = this.#deps.database;
    const [account, session] = await Promise.all([
      findAccountById(db, claims.user_id),
      findSession(db, claims.sid),
    ]);
    return account?.is_active !== true || (session !== null && session.revoked_at !== null);
  }

  /** Ends the session: its refresh token is of no use from now on. */
  async signOut(sessionId: string): Promise<void> {
    await this.#deps.database.write((tx) => revokeSession(tx, sessionId, this.#deps.clock.now()));
  }

  /** Ends the session of a refresh token; one that is not good has none to end. */
  async signOutByRefreshToken(token: string): Promise<void> {
    const claims = this.#deps.tokens.readRefresh(token);
    if (claims !== null) await this.signOut(claims.sid);
  }

  /** Changes the user's own password and ends their other sessions. */
  async changePassword(
    { actor, sessionId }: Pick<Access, 'actor' | 'sessionId'>,
    change: { oldPassword: string; newPassword: string },
    rules: PasswordRules,
  ): Promise<PasswordChange> {
    const { database, passwords, clock } = this.#deps;
    const account = await findAccountById(database.db, actor.id);
    const oldHash = account?.password_hash ?? null;
    if (!(await passwords.isCorrect(change.oldPassword, oldHash))) return { kind: 'wrong_password' };
    const text = findWeakness(change.newPassword, rules);
    if (text !== null) return { kind: 'weak', text };
    const newHash = await passwords.hash(change.newPassword);
    return database.write(async (tx) => {
      const now = clock.now();
      const isReplaced = await replacePasswordHash(tx, actor.id, { old: oldHash, new: newHash }, now);
      if (!isReplaced) return { kind: 'wrong_password' };
      await revokeSessionsOf(tx, actor.id, now, sessionId);
      return { kind: 'changed' };
    });
  }

  /**
   * Gives a user another password, whatever the one before, and ends their sessions. For the owner of the data folder
   * alone; no surface offers it. @returns the user's name, or null when nobody signs in by this word
   */
  async resetPassword(login: string, password: string): Promise<string | null> {
    const { database, passwords, clock } = this.#deps;
    const newHash = await passwords.hash(password);
    return database.write(async (tx) => {
      const account = await findAccountByLogin(tx.db, login);
      if (account === null) return null;
      const now = clock.now();
      await replacePasswordHash(tx, account.id, { old: account.password_hash, new: newHash }, now);
      await revokeSessionsOf(tx, account.id, now);
      return account.username;
    });
  }

  /**
   * Who sent this access token, as they are now: a user who was deactivated in between is signed out at once.
   * @throws DeskError `signed_out`
   */
  async verifyAccess(token: string): Promise<Access> {
    const claims = this.#deps.tokens.readAccess(token);
    const actor = claims === null ? null : await findActor(this.#deps.database.db, claims.user_id);
    if (claims === null || actor === null || !actor.is_active) {
      throw new DeskError('signed_out', 'You are signed out');
    }
    return { actor, sessionId: claims.sid, expiresAt: claims.exp * 1000 };
  }

  /**
   * Who sent this cookie of an admin's session: a token of the session, which ends with it, or an access token
   * (contract, A3). Roles are for the caller to check.
   * @throws DeskError `signed_out`
   */
  async verifyAdminSession(value: string): Promise<Access> {
    const { database, tokens, clock } = this.#deps;
    const claims = tokens.readAdminSession(value);
    if (claims === null) return this.verifyAccess(value);
    const session = await findSession(database.db, claims.sid);
    const actor = await findActor(database.db, claims.user_id);
    const isOver = session === null || session.revoked_at !== null || session.expires_at <= clock.now();
    if (isOver || session.user_id !== claims.user_id || actor === null || !actor.is_active) {
      throw new DeskError('signed_out', 'You are signed out');
    }
    return { actor, sessionId: claims.sid, expiresAt: claims.exp * 1000 };
  }
}

function isWelcome(account: Account, policy: SessionPolicy): boolean {
  return account.is_active && policy.roles.includes(account.role);
}
