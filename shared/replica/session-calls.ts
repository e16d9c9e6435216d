import { DeskError } from '../protocol/errors.ts';
import type { Session } from '../protocol/sync-status.ts';
import { claimReplica } from './claim-replica.ts';
import type { Handlers } from './read-calls.ts';
import type { ReplicaParts } from './replica-parts.ts';

type SessionCall = 'session.get' | 'session.signIn' | 'session.signOut';

/** The calls about who works here. The copy changes hands with them. */
export function createSessionCalls(parts: ReplicaParts): Pick<Handlers, SessionCall> {
  const { db, outbox, lane, away, session, loop, scrub, emitChanged } = parts;
  return {
    'session.get': async () => session.state,
    'session.signIn': async (args) => {
      await session.signIn(args);
      away.clear();
      loop.stop();
      try {
        await lane(() => claimReplica(db, outbox.identity?.user.id ?? null));
      } finally {
        scrub.ask();
        // Signed in all the same: what the disk refused now is tried again with each connection.
        emitChanged([], true);
        loop.start();
      }
      return session.state;
    },
    'session.signOut': ({ discard_unsent }) => signOut(parts, discard_unsent),
  };
}

/** @throws DeskError `conflict` while changes are unsent and may not be discarded. */
async function signOut(parts: ReplicaParts, discardUnsent: boolean): Promise<Session> {
  const { db, outbox, lane, away, session, loop, presence, scrub, emitChanged } = parts;
  const { queued, needsYou } = await outbox.countByState();
  if (!discardUnsent && queued + needsYou > 0) {
    throw new DeskError('conflict', 'Changes have not been sent yet', {
      data: { queued, needs_you: needsYou },
    });
  }
  loop.stop();
  presence.clear();
  await lane(async () => {
    await session.signOut({ discardUnsent });
    away.clear();
    await claimReplica(db, null);
  });
  scrub.ask();
  emitChanged([], true);
  return session.state;
}
