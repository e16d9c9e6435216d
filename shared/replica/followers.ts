import type { Connection } from '../protocol/sync-status.ts';
import { coalesce } from './coalesce.ts';
import type { ConsoleEmitter } from './emitter.ts';
import type { ReplicaHost } from './host.ts';
import type { Lane } from './lane.ts';
import { createScrub } from './scrub.ts';
import { createSearchIndex } from './search-index.ts';
import type { ReplicaDb } from './tables.ts';
import type { TicketReads } from './ticket-reads.ts';
import { followWakeUps } from './wake-ups.ts';

export interface FollowersDeps {
  db: ReplicaDb;
  lane: Lane;
  emitter: ConsoleEmitter;
  reads: () => TicketReads;
  connection: () => Connection;
  /** Whether rows are coming in by the thousands. */
  isBusy: () => boolean;
}

/** A burst of changes is told once; short enough that nobody sees the wait. */
const statusWaitMs = 5;
const unreadWaitMs = 50;

/** Tells of the copy's changes, and what follows them: each does its work soon after it was asked to. */
export function createFollowers(
  host: ReplicaHost,
  { db, lane, emitter, reads, connection, isBusy }: FollowersDeps,
) {
  const { clock, timers } = host;
  const logging = (message: string) => (error: unknown) =>
    host.log('error', message, { error: String(error) });
  const tellLater = (waitMs: number, tell: () => Promise<void>) =>
    coalesce(timers, waitMs, tell, logging('The console could not tell its state'));
  const tellThatListsDiffer = (): void => emitter.emit('changed', { tickets: [], is_reset: false });
  const status = tellLater(statusWaitMs, async () =>
    emitter.emit('status', await reads().status(connection())),
  );
  const unread = tellLater(unreadWaitMs, async () =>
    emitter.emit('unread', { count: await reads().countUnread() }),
  );
  const index = createSearchIndex({
    db,
    lane,
    timers,
    isBusy,
    onCaughtUp: tellThatListsDiffer,
    onError: logging('The search index does not follow'),
  });
  const wakeUps = followWakeUps({
    db,
    clock,
    timers,
    onWake: tellThatListsDiffer,
    onError: logging('Ends of snoozes are not followed'),
  });
  const emitChanged = (tickets: readonly string[], isReset: boolean): void => {
    emitter.emit('changed', { tickets: [...tickets], is_reset: isReset });
    unread.ask();
    index.ask();
    wakeUps.ask();
  };
  /** These tickets are different now, and perhaps what waits to be sent. */
  const tellOf = (tickets: readonly string[]): void => {
    emitChanged(tickets, false);
    status.ask();
  };
  return { status, unread, index, wakeUps, scrub: createScrub(host, db, lane), emitChanged, tellOf };
}
