import type { Kysely } from 'kysely';
import { createUidFactory } from '../model/uid.ts';
import { alertKinds, type AlertKind } from '../protocol/ipc.ts';
import { Applier } from './applier.ts';
import { Away } from './away.ts';
import { Changes } from './changes.ts';
import { claimReplica, takeAway } from './claim-replica.ts';
import { Emitter, type ConsoleEmitter } from './emitter.ts';
import { FileQueue } from './file-queue.ts';
import { createFollowers } from './followers.ts';
import type { ReplicaHost } from './host.ts';
import { createLane } from './lane.ts';
import type { Outbox } from './outbox.ts';
import { PresenceKeeper } from './presence-keeper.ts';
import { SessionKeeper } from './session-keeper.ts';
import { SyncLoop } from './sync-loop.ts';
import type { OutboxSchema, ReplicaDb } from './tables.ts';
import { TicketReads } from './ticket-reads.ts';

export type ReplicaParts = ReturnType<typeof assembleParts>;

/** The parts of one console's copy, made for each other: what each of them hears leads on to the others. */
// oxlint-disable-next-line eslint/max-lines-per-function -- one list of parts; each names what it tells the others
export function assembleParts(
  host: ReplicaHost,
  { outboxDb, outbox, db }: { outboxDb: Kysely<OutboxSchema>; outbox: Outbox; db: ReplicaDb },
) {
  const { clock, random } = host;
  const lane = createLane();
  const emitter = createEmitter(host);
  const followers = createFollowers(host, {
    db,
    lane,
    emitter,
    reads: () => reads,
    connection: () => loop.connection,
    isBusy: () => loop.connection.state === 'catching_up' || loop.isFetching,
  });
  const { status, index, scrub, emitChanged, tellOf } = followers;
  const alerts = { wanted: new Set<AlertKind>(alertKinds) };
  const mintUid = createUidFactory(clock, random);
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
    onConversations: tellOf,
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
    onChanged: tellOf,
    onError: (error) => host.log('error', 'Files are not sent', { error: String(error) }),
  });
  const own = { db, outboxDb, outbox, away, lane, emitter, changes, reads, applier, session, presence, loop };
  return { ...own, ...followers, alerts, mintUid, files };
}

const createSession = (host: ReplicaHost, outbox: Outbox, emitter: ConsoleEmitter): SessionKeeper =>
  new SessionKeeper({
    port: host.session,
    owner: outbox.owner,
    clock: host.clock,
    nodeUrl: host.nodeUrl,
    isDurable: host.isDurable,
    onChanged: (state) => emitter.emit('session', state),
  });

const createEmitter = ({ log }: ReplicaHost): ConsoleEmitter =>
  new Emitter((error) => log('error', 'A listener failed', { error: String(error) }));
