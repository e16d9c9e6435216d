import type { Insertable } from 'kysely';
import type { TokenScope } from '#shared/model/token-scope.ts';
import type { Db, Tx } from '../database/handles.ts';
import type { ApiTokenTable } from '../database/api-tables.ts';

export interface ApiToken {
  id: number;
  userId: number;
  username: string;
  name: string;
  hint: string;
  scopes: TokenScope[];
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
}

function selectTokens(db: Db) {
  return db
    .selectFrom('api_token')
    .innerJoin('user', 'user.id', 'api_token.user_id')
    .select([
      'api_token.id',
      'api_token.user_id',
      'user.username',
      'api_token.name',
      'api_token.hint',
      'api_token.scopes',
      'api_token.created_at',
      'api_token.expires_at',
      'api_token.last_used_at',
    ])
    .where('api_token.revoked_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectTokens>['execute']>>[number];

const toToken = (row: Row): ApiToken => ({
  id: row.id,
  userId: row.user_id,
  username: row.username,
  name: row.name,
  hint: row.hint,
  scopes: row.scopes.split(' ') as TokenScope[],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
});

/** Those that were not revoked, of one user or of all (null); the newest first. */
export async function listApiTokens(db: Db, userId: number | null): Promise<ApiToken[]> {
  let query = selectTokens(db);
  if (userId !== null) query = query.where('api_token.user_id', '=', userId);
  return (await query.orderBy('api_token.id', 'desc').execute()).map(toToken);
}

export async function findApiToken(db: Db, id: number): Promise<ApiToken | null> {
  const row = await selectTokens(db).where('api_token.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toToken(row);
}

export async function findApiTokenByHash(db: Db, hash: string): Promise<ApiToken | null> {
  const row = await selectTokens(db).where('api_token.token_hash', '=', hash).executeTakeFirst();
  return row === undefined ? null : toToken(row);
}

export type NewApiToken = Omit<Insertable<ApiTokenTable>, 'id' | 'last_used_at' | 'revoked_at'>;

export async function insertApiToken(tx: Tx, row: NewApiToken): Promise<number> {
  const { id } = await tx.sql.insertInto('api_token').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function markTokenUsed(tx: Tx, id: number, now: number): Promise<void> {
  await tx.sql.updateTable('api_token').set({ last_used_at: now }).where('id', '=', id).execute();
}

export async function revokeApiToken(tx: Tx, id: number, now: number): Promise<void> {
  await tx.sql.updateTable('api_token').set({ revoked_at: now }).where('id', '=', id).execute();
}
