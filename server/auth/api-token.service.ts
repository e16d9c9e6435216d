import { createHash } from 'node:crypto';
import type { Clock, RandomBytes } from '#shared/model/clock.ts';
import type { TokenScope } from '#shared/model/token-scope.ts';
import { isAdmin, isStaff, type Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { recordAction } from '../audit/audit-log.repo.ts';
import type { Database } from '../database/database.ts';
import { findActor } from '../users/profile.repo.ts';
import {
  findApiToken,
  findApiTokenByHash,
  insertApiToken,
  listApiTokens,
  markTokenUsed,
  revokeApiToken,
  type ApiToken,
} from './api-token.repo.ts';
import type { Access } from './auth.service.ts';

const prefix = 'wpt_';
const secretBytes = 32;
const hintLength = 4;
/** More than anybody has programs. */
const maxTokensPerUser = 100;
/** How exactly it is kept when a token was last used: not every request is a write. */
const usedStepMs = 60_000;

export interface NewToken {
  name: string;
  scopes: readonly TokenScope[];
  /** Ms UTC; null for a token that stays good until it is revoked. */
  expiresAt: number | null;
}

export type TokenOutcome<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'forbidden' | 'admin_scope' | 'expired' | 'too_many' | 'not_found' };

/** Whether this is one of our tokens for programs, good or not. */
export const isApiToken = (bearer: string): boolean => bearer.startsWith(prefix);

/** 256 random bits need no slow hash: nobody guesses them. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const isWelcome = (actor: Actor): boolean => actor.is_active && actor.is_approved && isStaff(actor);

export interface ApiTokensDeps {
  database: Database;
  clock: Clock;
  random: RandomBytes;
}

/** Keys for programs: made by people for themselves, shown once, kept as a hash. They end with their user. */
export class ApiTokens {
  readonly #deps: ApiTokensDeps;

  constructor(deps: ApiTokensDeps) {
    this.#deps = deps;
  }

  /** Answers the token itself, once and never again. */
  async create(
    actor: Actor,
    { name, scopes, expiresAt }: NewToken,
  ): Promise<TokenOutcome<{ secret: string; token: ApiToken }>> {
    const { database, clock, random } = this.#deps;
    const now = clock.now();
    if (!isWelcome(actor)) return { kind: 'forbidden' };
    if (scopes.includes('admin') && !isAdmin(actor)) return { kind: 'admin_scope' };
    if (expiresAt !== null && expiresAt <= now) return { kind: 'expired' };
    const secret = prefix + Buffer.from(random(secretBytes)).toString('base64url');
    return database.write(async (tx) => {
      const known = await listApiTokens(tx.db, actor.id);
      if (known.length >= maxTokensPerUser) return { kind: 'too_many' };
      const id = await insertApiToken(tx, {
        user_id: actor.id,
        name,
        token_hash: hashOf(secret),
        hint: secret.slice(-hintLength),
        scopes: scopes.join(' '),
        created_at: now,
        expires_at: expiresAt,
      });
      const target = { type: 'api_token', id } as const;
      const entry = { adminId: actor.id, action: 'api_token_created', target } as const;
      await recordAction(tx, { ...entry, metadata: { name, scopes } }, now);
      const token = await findApiToken(tx.db, id);
      if (token === null) throw new Error('A token is not there after it was written');
      return { kind: 'done', value: { secret, token } };
    });
  }

  /** The actor's own; with `ofAll`, which admins may, everybody's. */
  async list(actor: Actor, { ofAll }: { ofAll: boolean }): Promise<TokenOutcome<ApiToken[]>> {
    if (!isWelcome(actor) || (ofAll && !isAdmin(actor))) return { kind: 'forbidden' };
    return { kind: 'done', value: await listApiTokens(this.#deps.database.db, ofAll ? null : actor.id) };
  }

  /** From now on it is good for nothing. Admins may revoke anybody's. */
  async revoke(actor: Actor, id: number): Promise<TokenOutcome<ApiToken>> {
    if (!isWelcome(actor)) return { kind: 'forbidden' };
    const now = this.#deps.clock.now();
    return this.#deps.database.write(async (tx) => {
      const token = await findApiToken(tx.db, id);
      if (token === null || (token.userId !== actor.id && !isAdmin(actor))) return { kind: 'not_found' };
      await revokeApiToken(tx, id, now);
      const target = { type: 'api_token', id } as const;
      const entry = { adminId: actor.id, action: 'api_token_revoked', target } as const;
      await recordAction(tx, { ...entry, metadata: { name: token.name, username: token.username } }, now);
      return { kind: 'done', value: token };
    });
  }

  /**
   * Whose token this is, as they are now.
   * @throws DeskError `signed_out`
   */
  async verify(bearer: string): Promise<Access> {
    const { database, clock } = this.#deps;
    const now = clock.now();
    const token = await findApiTokenByHash(database.db, hashOf(bearer));
    const isGood = token !== null && (token.expiresAt === null || token.expiresAt > now);
    const actor = isGood ? await findActor(database.db, token.userId) : null;
    if (token === null || actor === null || !actor.is_active) {
      throw new DeskError('signed_out', 'You are signed out');
    }
    if (token.lastUsedAt === null || now - token.lastUsedAt >= usedStepMs) {
      await database.write((tx) => markTokenUsed(tx, token.id, now));
    }
    const expiresAt = token.expiresAt ?? Number.MAX_SAFE_INTEGER;
    return { actor, sessionId: '', expiresAt, scopes: token.scopes };
  }
}
