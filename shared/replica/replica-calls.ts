import { askNode } from './ask-node.ts';
import { createChangeCalls } from './change-calls.ts';
import { createDraftCalls } from './draft-calls.ts';
import { createFileCalls } from './file-calls.ts';
import type { ReplicaHost } from './host.ts';
import { createReadCalls, type Handlers } from './read-calls.ts';
import type { ReplicaParts } from './replica-parts.ts';
import { createSessionCalls } from './session-calls.ts';

/** What answers each call of the interface. */
export function createReplicaCalls(host: ReplicaHost, parts: ReplicaParts): Handlers {
  const { db, outbox, reads, away, alerts, presence, session, loop, index, emitChanged, tellOf } = parts;
  return {
    ...createSessionCalls(parts),
    'sync.status': () => reads.status(loop.connection),
    'sync.retry': async () => {
      loop.start();
      return null;
    },
    ...createReadCalls({
      db,
      reads,
      index,
      sentUpTo: () => loop.sentUpTo,
      fetchConversations: (uids) => loop.fetchConversations(uids),
      fetchTicket: (uid) => loop.fetchTicket(uid),
    }),
    'tickets.markSeen': async ({ uid }) => {
      if (await reads.markSeen(uid, host.clock.now())) emitChanged([], false);
      return null;
    },
    ...createChangeCalls(parts),
    'alerts.choose': async ({ kinds }) => {
      alerts.wanted = new Set(kinds);
      return null;
    },
    'away.list': async () => away.list(),
    'away.clear': async () => {
      away.clear();
      return null;
    },
    ...createDraftCalls(outbox),
    ...createFileCalls({
      ...parts,
      clock: host.clock,
      road: host.transport.files,
      onFiles: (ticketUid) => tellOf([ticketUid]),
    }),
    'presence.set': async (shown) => {
      presence.set(shown);
      return null;
    },
    'node.request': (asked) => askNode({ transport: host.transport, session }, asked),
  };
}
