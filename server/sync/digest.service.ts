import { tokensOf } from '#shared/model/permissions.ts';
import type { Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { Digested, Manifested } from '#shared/protocol/ticket-digest.ts';
import type { Database } from '../database/database.ts';
import { listDigests, listManifest } from './digest.repo.ts';

/** What this user's console should hold, in a few numbers. */
export async function readDigests(database: Database, actor: Actor): Promise<Digested> {
  return { audiences: await listDigests(database.db, tokensOf(actor)) };
}

/** @throws DeskError `forbidden` for an audience that this user does not belong to */
export async function readManifest(database: Database, actor: Actor, aud: string): Promise<Manifested> {
  const scope = tokensOf(actor);
  if (!aud.split(' ').some((token) => scope.includes(token))) {
    throw new DeskError('forbidden', 'This is not yours to compare');
  }
  const rows = await listManifest(database.db, aud);
  return { uids: rows.map((row) => row.uid), vers: rows.map((row) => row.ver) };
}
