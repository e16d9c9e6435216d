import type { Clock } from '#shared/model/clock.ts';
import { tokensOf } from '#shared/model/permissions.ts';
import type { Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { protocolVersion, type Hello, type Welcome } from '#shared/protocol/sync.ts';
import type { Database } from '../database/database.ts';
import type { SyncHeadTable } from '../database/sync-tables.ts';
import { readHead } from './change-log.repo.ts';
import { isTooMuch } from './pull.repo.ts';
import { findClient, insertClient, listOutcomesAfter, touchClient } from './sync-client.repo.ts';

/** How often a console that only says hello is written down as seen. */
const seenEveryMs = 60 * 60 * 1000;

const tooOld = { plan: 'snapshot', reason: 'cursor_too_old' } as const;

function planFor(
  hello: Hello,
  head: Pick<SyncHeadTable, 'seq' | 'min_seq' | 'epoch'>,
  scope: readonly string[],
): Pick<Welcome, 'plan' | 'reason'> {
  const { cursor, epoch } = hello;
  if (epoch !== null && epoch !== head.epoch) return { plan: 'snapshot', reason: 'epoch' };
  if (cursor === null) return { plan: 'snapshot', reason: 'first' };
  if (cursor > head.seq) return { plan: 'snapshot', reason: 'cursor_ahead' };
  if (cursor < head.min_seq) return tooOld;
  if (hello.scope.join(' ') !== scope.join(' ')) return { plan: 'snapshot', reason: 'scope' };
  return { plan: cursor === head.seq ? 'live' : 'catch-up' };
}

/**
 * Answers a console that has connected: what it missed, and how to catch up. Its sockets must already be in their
 * rooms, so that whatever commits after the head that is named here reaches it as a frame.
 */
export async function greet(
  { database, clock }: { database: Database; clock: Clock },
  actor: Actor,
  hello: Hello,
): Promise<Welcome> {
  if (hello.protocol !== protocolVersion) {
    throw new DeskError('unsupported', 'This console and this node do not speak the same version', {
      data: { code: hello.protocol < protocolVersion ? 'too_old' : 'too_new' },
    });
  }
  const lastMid = await meetClient({ database, clock }, actor, hello);
  return database.readAtOnce(async (db) => {
    const head = await readHead(db);
    const scope = tokensOf(actor);
    const plan = planFor(hello, head, scope);
    const isFar =
      plan.plan === 'catch-up' && (await isTooMuch(db, { cursor: hello.cursor ?? 0, head: head.seq }, scope));
    return {
      server_now: clock.now(),
      head: head.seq,
      epoch: head.epoch,
      scope,
      last_mid: lastMid,
      outcomes: await listOutcomesAfter(db, hello.client_id, hello.acked_mid),
      ...(isFar ? tooOld : plan),
    };
  });
}

/** Remembers the console, and answers the last mutation number that was decided for it. */
async function meetClient(
  { database, clock }: { database: Database; clock: Clock },
  actor: Actor,
  hello: Hello,
): Promise<number> {
  const now = clock.now();
  const client = await findClient(database.db, hello.client_id);
  if (client === null) {
    await database.write((tx) => insertClient(tx, hello.client_id, actor.id, now));
    return 0;
  }
  if (client.user_id !== actor.id) {
    throw new DeskError('conflict', 'This console belongs to another user', { data: { code: 'fork' } });
  }
  if (hello.acked_mid > client.acked_mid || now - client.last_seen_at > seenEveryMs) {
    const acked_mid = Math.max(client.acked_mid, Math.min(hello.acked_mid, client.last_mid));
    await database.write((tx) => touchClient(tx, hello.client_id, { acked_mid, last_seen_at: now }));
  }
  return client.last_mid;
}
