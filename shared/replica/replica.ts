import { createUidFactory } from '../model/uid.ts';
import { DeskError } from '../protocol/errors.ts';
import {
  alertKinds,
  consoleCalls,
  type AlertKind,
  type ConsoleArgs,
  type ConsoleCall,
  type ConsoleEvent,
  type ConsoleEventData,
  type ConsoleResult,
} from '../protocol/ipc.ts';
import { type Connection, type Session } from '../protocol/sync-status.ts';
import { toResult, type Result } from '../protocol/result.ts';
import { Applier } from './applier.ts';
import { askNode } from './ask-node.ts';
import { Away } from './away.ts';
import { Changes } from './changes.ts';
import { coalesce } from './coalesce.ts';
import { tellingDiskFull } from './disk-error.ts';
import { createDraftCalls } from './draft-calls.ts';
import { Emitter } from './emitter.ts';
import { createFileCalls } from './file-calls.ts';
import { FileQueue } from './file-queue.ts';
import type { ReplicaHost } from './host.ts';
import { createLane, type Lane } from './lane.ts';
import { createMender } from './mender.ts';
import { readMeta, writeMeta } from './meta.ts';
import { overlayTables } from './overlay.ts';
import { Outbox } from './outbox.ts';
import { openOutbox } from './outbox-database.ts';
import { PresenceKeeper } from './presence-keeper.ts';
import { openReplicaFile } from './replica-database.ts';
import { createReadCalls, type Handlers } from './read-calls.ts';
import { createSearchIndex, type SearchIndex, type SearchIndexDeps } from './search-index.ts';
import { createScrub } from './scrub.ts';
import { SessionKeeper } from './session-keeper.ts';
import { SyncLoop } from './sync-loop.ts';
import { TicketReads } from './ticket-reads.ts';
import { clearTruth } from './truth.ts';
import { followWakeUps } from './wake-ups.ts';

/** The console's local copy: answers the calls of the interface and keeps itself in step with the node. */
export interface Replica {
  /** Answers one call; arguments are parsed here, results are plain data. Never throws. */
  call<Call extends ConsoleCall>(name: Call, args: ConsoleArgs<Call>): Promise<Result<ConsoleResult<Call>>>;
  on<Event extends ConsoleEvent>(name: Event, listener: (data: ConsoleEventData<Event>) => void): () => void;
  /** The device woke up or the network came back: try now. */
  nudge(): void;
  /** Stops syncing and closes both files. */
  close(): Promise<void>;
}

/** A burst of changes is told once; short enough that nobody sees the wait. */
const statusWaitMs = 5;
const unreadWaitMs = 50;

type Events = { [Event in ConsoleEvent]: ConsoleEventData<Event> };

/** Opens both files, migrates them and starts to sync when somebody is signed in. */
export async function createReplica(host: ReplicaHost): Promise<Replica> {
  const outboxDb = await openOutbox(host.outbox);
  const file = await openReplicaFile(host);
  const { db } = file;
  const parts = assemble(
    host,
    outboxDb,
    new Outbox(outboxDb, host.clock, createUidFactory(host.clock, host.random)),
    db,
  );
  const { outbox, applier, loop, lane, emitter } = parts;
  await outbox.load();
  const mender = createMender({
    file,
    lane,
    applier,
    loop,
    log: host.log,
    isSignedIn: () => outbox.identity !== null,
    onMended: () => parts.emitChanged([], true),
  });
  await mender.start();
  if (outbox.identity !== null) loop.start();
  // Told a moment later, when whoever opened the console listens.
  parts.unread.ask();
  parts.wakeUps.ask();
  const handlers = createHandlers(host, parts, db);
  return {
    on: (name, listener) => emitter.on(name, listener),
    nudge: () => {
      if (outbox.identity !== null) loop.start();
    },
    call: <Call extends ConsoleCall>(
      name: Call,
      args: ConsoleArgs<Call>,
    ): Promise<Result<ConsoleResult<Call>>> =>
      toResult(async () => {
        const contract = Object.hasOwn(consoleCalls, name) ? consoleCalls[name] : undefined;
        const parsed = contract?.args.safeParse(args);
        if (!parsed?.success) throw new DeskError('invalid', `The call ${name} does not fit its contract`);
        const handle = handlers[name] as (parsedArgs: unknown) => Promise<ConsoleResult<Call>>;
        return tellingDiskFull(() => handle(parsed.data));
      }),
    close: async () => {
      loop.stop();
      parts.status.stop();
      parts.unread.stop();
      parts.index.stop();
      parts.scrub.stop();
      parts.wakeUps.stop();
      parts.files.stop();
      await lane(async () => {
        await outbox.close();
        await db.destroy();
      });
    },
  };
}

type OutboxDatabase = Awaited<ReturnType<typeof openOutbox>>;
type ReplicaDatabase = Awaited<ReturnType<typeof openReplicaFile>>['db'];
type Parts = ReturnType<typeof assemble>;

function assemble(host: ReplicaHost, outboxDb: OutboxDatabase, outbox: Outbox, db: ReplicaDatabase) {
  const { clock, random } = host;
  const lane = createLane();
  const scrub = createScrub(host, db, lane);
  const emitter = createEmitter(host);
  const alerts = { wanted: new Set<AlertKind>(alertKinds) };
  const mintUid = createUidFactory(clock, random);
  const emitChanged = (tickets: readonly string[], isReset: boolean): void => {
    emitter.emit('changed', { tickets: [...tickets], is_reset: isReset });
    unread.ask();
    index.ask();
    wakeUps.ask();
  };
  const changes = new Changes({
    db,
    outbox,
    clock,
    mintUid,
    onChanged: (tickets) => emitChanged(tickets, false),
    isLive: () => loop.connection.state === 'live',
    onFileWaits: () => files.ask(),
    onKept: () => {
      status.ask();
      loop.send();
    },
    onUnshown: (error) => loop.failLocally(error),
  });
  const reads = new TicketReads({ db, clock, outbox, changes, sendingFile: () => files.sending });
  const away = new Away();
  const applier = new Applier({
    db,
    away,
    outbox,
    changes,
    clock,
    onLoose: () => emitter.emit('records', {}),
    onPurged: () => scrub.ask(),
    onAlerts: (found) =>
      found.filter(({ kind }) => alerts.wanted.has(kind)).forEach((alert) => emitter.emit('alert', alert)),
    onChanged: (tickets) => {
      if (tickets.length > 0) emitChanged(tickets, false);
      status.ask();
      files.recheck();
    },
  });
  const presence = new PresenceKeeper({
    transport: host.transport,
    onChanged: (present) => emitter.emit('presence', present),
  });
  const session = createSession(host, outbox, emitter);
  const loop: SyncLoop = new SyncLoop({
    host: { ...host, transport: presence.transport },
    db,
    outbox,
    applier,
    session,
    lane,
    onStatus: () => [status, index, files].forEach((follower) => follower.ask()),
    onChanged: () => emitChanged([], true),
    onConversations: (tickets) => {
      emitChanged(tickets, false);
      status.ask();
    },
    onPurged: () => scrub.ask(),
    onRevoked: () => {
      away.clear();
      void takeAway(lane, db, host.log).then(() => [scrub.ask(), emitChanged([], true)]);
    },
    onConnect: () => lane(() => claimReplica(db, outbox.identity?.user.id ?? null)),
    onSentAgain: (count) => emitter.emit('sentAgain', { count }),
    onCaughtUp: () => {
      const count = away.list().length;
      if (count > 0) emitter.emit('away', { count });
    },
  });
  const files: FileQueue = new FileQueue({
    outboxDb,
    outbox,
    changes,
    clock,
    mintUid,
    lane,
    session,
    timers: host.timers,
    road: host.transport.files,
    isLive: () => loop.connection.state === 'live',
    onChanged: (tickets) => {
      emitChanged(tickets, false);
      status.ask();
    },
    onError: (error) => host.log('error', 'Files are not sent', { error: String(error) }),
  });
  const { status, unread } = createTellers(host, emitter, reads, () => loop.connection);
  const index = followRows(host, {
    db,
    lane,
    isBusy: () => loop.connection.state === 'catching_up' || loop.isFetching,
    onCaughtUp: () => emitter.emit('changed', { tickets: [], is_reset: false }),
  });
  const wakeUps = followWakeUps({
    db,
    clock,
    timers: host.timers,
    onWake: () => emitter.emit('changed', { tickets: [], is_reset: false }),
    onError: (error) => host.log('error', 'Ends of snoozes are not followed', { error: String(error) }),
  });
  const followers = { status, unread, index, scrub, wakeUps };
  const own = { outboxDb, outbox, away, lane, emitter, changes, reads, applier, session, presence, loop };
  return { ...own, ...followers, alerts, mintUid, files, emitChanged };
}

function createTellers(
  host: ReplicaHost,
  emitter: Emitter<Events>,
  reads: TicketReads,
  connection: () => Connection,
) {
  const status = tellLater(host, statusWaitMs, async () =>
    emitter.emit('status', await reads.status(connection())),
  );
  const unread = tellLater(host, unreadWaitMs, async () =>
    emitter.emit('unread', { count: await reads.countUnread() }),
  );
  return { status, unread };
}

const followRows = (
  { timers, log }: ReplicaHost,
  deps: Omit<SearchIndexDeps, 'timers' | 'onError'>,
): SearchIndex =>
  createSearchIndex({
    ...deps,
    timers,
    onError: (error) => log('error', 'The search index does not follow', { error: String(error) }),
  });

const createSession = (host: ReplicaHost, outbox: Outbox, emitter: Emitter<Events>): SessionKeeper =>
  new SessionKeeper({
    port: host.session,
    outbox,
    clock: host.clock,
    nodeUrl: host.nodeUrl,
    isDurable: host.isDurable,
    onChanged: (state) => emitter.emit('session', state),
  });

const createEmitter = ({ log }: ReplicaHost) =>
  new Emitter<Events>((error) => log('error', 'A listener failed', { error: String(error) }));

const tellLater = ({ timers, log }: ReplicaHost, waitMs: number, tell: () => Promise<void>) =>
  coalesce(timers, waitMs, tell, (error) =>
    log('error', 'The console could not tell its state', { error: String(error) }),
  );

function createHandlers(host: ReplicaHost, parts: Parts, db: ReplicaDatabase): Handlers {
  const { outbox, lane, changes, reads, session, loop, emitChanged, status } = parts;
  return {
    'session.get': async () => session.state,
    'session.signIn': async (args) => {
      await session.signIn(args);
      parts.away.clear();
      loop.stop();
      try {
        await lane(() => claimReplica(db, outbox.identity?.user.id ?? null));
      } finally {
        parts.scrub.ask();
        // Signed in all the same: what the disk refused now is tried again with each connection.
        emitChanged([], true);
        loop.start();
      }
      return session.state;
    },
    'session.signOut': ({ discard_unsent }) => signOut(parts, db, discard_unsent),
    'sync.status': () => reads.status(loop.connection),
    'sync.retry': async () => {
      loop.start();
      return null;
    },
    ...createReadCalls({
      db,
      reads,
      index: parts.index,
      sentUpTo: () => loop.sentUpTo,
      fetchConversations: (uids) => loop.fetchConversations(uids),
      fetchTicket: (uid) => loop.fetchTicket(uid),
    }),
    'tickets.markSeen': async ({ uid }) => {
      if (await reads.markSeen(uid, host.clock.now())) emitChanged([], false);
      return null;
    },
    mutate: ({ name, args, files }) =>
      lane(() => changes.make(name, args, files === undefined ? {} : { files })),
    'alerts.choose': async ({ kinds }) => {
      parts.alerts.wanted = new Set(kinds);
      return null;
    },
    'outbox.list': () => changes.listOutbox(loop.sentUpTo),
    'outbox.done': () => changes.listDone(),
    'outbox.cancel': async ({ id, is_edited }) => {
      const isTakenBack = await lane(() => changes.takeBack(id, is_edited));
      status.ask();
      return isTakenBack;
    },
    'away.list': async () => parts.away.list(),
    'away.clear': async () => {
      parts.away.clear();
      return null;
    },
    'conflicts.list': () => changes.listConflicts(),
    'conflicts.resolve': async ({ id, choice }) => {
      const resolved = await lane(() => changes.resolve(id, choice));
      status.ask();
      return resolved;
    },
    ...createDraftCalls(outbox),
    ...createFileCalls({
      ...parts,
      db,
      clock: host.clock,
      road: host.transport.files,
      onFiles: (ticketUid) => {
        emitChanged([ticketUid], false);
        status.ask();
      },
    }),
    'presence.set': async (presence) => {
      parts.presence.set(presence);
      return null;
    },
    'node.request': (asked) => askNode({ transport: host.transport, session }, asked),
  };
}

/** The copy belongs to one user: another one's is taken off this computer before anything of theirs comes in. */
async function claimReplica(db: ReplicaDatabase, userId: number | null): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const meta = await readMeta(tx);
    if (meta.user_id === userId) return;
    await clearTruth(tx);
    for (const table of [...overlayTables, 'seen', 'meta'] as const) {
      await tx.deleteFrom(table).execute();
    }
    await writeMeta(tx, { user_id: userId });
  });
}

/** Empties the copy for a session that was taken back; the outbox keeps what its user wrote. */
async function takeAway(lane: Lane, db: ReplicaDatabase, log: ReplicaHost['log']): Promise<void> {
  const { ok } = await toResult(() => lane(() => claimReplica(db, null)));
  if (!ok) log('error', 'The copy of the desk could not be emptied');
}

/** @throws DeskError `conflict` while changes are unsent and may not be discarded. */
async function signOut(parts: Parts, db: ReplicaDatabase, discardUnsent: boolean): Promise<Session> {
  const { outbox, lane, session, loop, emitChanged } = parts;
  const { queued, needsYou } = await outbox.countByState();
  if (!discardUnsent && queued + needsYou > 0) {
    throw new DeskError('conflict', 'Changes have not been sent yet', {
      data: { queued, needs_you: needsYou },
    });
  }
  loop.stop();
  parts.presence.clear();
  await lane(async () => {
    await session.signOut({ discardUnsent });
    parts.away.clear();
    await claimReplica(db, null);
  });
  parts.scrub.ask();
  emitChanged([], true);
  return session.state;
}
