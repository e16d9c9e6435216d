import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Clock } from '#shared/model/clock.ts';
import { tokensOf } from '#shared/model/permissions.ts';
import { DeskError, toDeskErrorData } from '#shared/protocol/errors.ts';
import { socketPath, type HandshakeError } from '#shared/protocol/events.ts';
import { presenceSchema } from '#shared/protocol/presence.ts';
import { packPulled } from '#shared/protocol/pulled-rows.ts';
import { fetchSchema, helloSchema, pullSchema, pushSchema, renewSchema } from '#shared/protocol/sync.ts';
import { digestSchema, manifestSchema } from '#shared/protocol/ticket-digest.ts';
import { readDigests, readManifest } from '../sync/digest.service.ts';
import { fetchTickets } from '../sync/fetch.service.ts';
import { greet } from '../sync/hello.service.ts';
import { tokensOfTicket } from '../sync/visible-ops.ts';
import { findTicketByUid } from '../tickets/ticket.repo.ts';
import { pullSince } from '../sync/pull.service.ts';
import { pushMutations, type PushDeps } from '../sync/push.service.ts';
import type { ChangeFeed } from '../sync/change-feed.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import { findActor } from '../users/profile.repo.ts';
import { AccessTimer } from './access-timer.ts';
import { answerCall } from './answer-call.ts';
import { fanOut } from './fan-out.ts';
import { Outgoing } from './outgoing.ts';
import { PresenceBoard } from './presence-board.ts';
import { renewAccess } from './renew-access.ts';
import { tokenRoom, userRoom, type ConsoleSocket, type Realtime, type SocketData } from './rooms.ts';

export interface RealtimeDeps extends PushDeps {
  feed: ChangeFeed;
  clock: Clock;
  /** The user of an access token. @throws DeskError `signed_out` */
  verifyAccess: (token: string) => Promise<SocketData>;
}

/** A half-open connection is noticed within these two together; the defaults take three times as long. */
const pingIntervalMs = 10_000;
const pingTimeoutMs = 5_000;
/** A node that restarts is back within a moment; its consoles come back one by one. */
const comeBackAfterMs = 250;
const comeBackWithinMs = 2_750;
const maxMessageBytes = 256 * 1024;

/** Puts socket.io on the node's server: consoles say hello, push, pull, and are sent what changes. */
export function attachRealtime(httpServer: HttpServer, deps: RealtimeDeps): { close: () => Promise<void> } {
  const io: Realtime = new Server(httpServer, {
    path: socketPath,
    serveClient: false,
    transports: ['websocket'],
    perMessageDeflate: false,
    pingInterval: pingIntervalMs,
    pingTimeout: pingTimeoutMs,
    maxHttpBufferSize: maxMessageBytes,
    // A page of another site may not open a socket with this browser.
    allowRequest: ({ headers }, decide) => decide(null, isSameOrigin(headers.origin, headers.host)),
  });
  io.use((socket, next) => {
    const { token } = socket.handshake.auth as { token?: unknown };
    deps.verifyAccess(typeof token === 'string' ? token : '').then(
      (data) => {
        socket.data = data;
        next();
      },
      (error: unknown) => {
        const { message } = toDeskErrorData(error);
        const refused: HandshakeError = Object.assign(new Error(message), { data: toDeskErrorData(error) });
        next(refused);
      },
    );
  });
  const board = new PresenceBoard(
    async (uid) => {
      const ticket = await findTicketByUid(deps.database.db, uid);
      return ticket === null ? null : tokensOfTicket(ticket);
    },
    (error) => deps.onFault(error, { name: 'presence', key: '' }),
  );
  io.on('connection', (socket) => {
    serveConsole(socket, deps);
    servePresence(socket, board);
  });
  const outgoing = new Outgoing(io);
  const stopFeed = deps.feed.subscribe((change) => fanOut(outgoing, change));
  const stopScopes = deps.feed.subscribeScopes((userId) => {
    io.in(userRoom(userId)).emit('bye', { reason: 'scope_changed' });
    io.in(userRoom(userId)).disconnectSockets(true);
  });
  return {
    close: async () => {
      stopFeed();
      outgoing.flush();
      stopScopes();
      for (const socket of io.of('/').sockets.values()) {
        const retry_after_ms = comeBackAfterMs + Math.floor(Math.random() * comeBackWithinMs);
        socket.emit('bye', { reason: 'restarting', retry_after_ms });
      }
      await io.close();
    },
  };
}

function serveConsole(socket: ConsoleSocket, deps: RealtimeDeps): void {
  const timer = new AccessTimer(socket, deps.clock);
  const { data } = socket;
  void socket.join(userRoom(data.actor.id));

  socket.on('hello', (payload, answer) =>
    answerCall(helloSchema, payload, answer, async (hello) => {
      // Read again: a change of scope between the handshake and the user's room was told to nobody.
      const actor = await findActor(deps.database.db, data.actor.id);
      if (actor === null || !actor.is_active) throw new DeskError('signed_out', 'You are signed out');
      data.actor = actor;
      // @NOTE: rooms first. What commits after the head that `greet` reads must already find this socket in them.
      for (const token of tokensOf(data.actor)) void socket.join(tokenRoom(token));
      return greet(deps, data.actor, hello);
    }),
  );
  socket.on('push', (payload, answer) =>
    answerCall(pushSchema, payload, answer, (push) => pushMutations(deps, data.actor, push)),
  );
  socket.on('digest', (payload, answer) =>
    answerCall(digestSchema, payload, answer, () => readDigests(deps.database, data.actor)),
  );
  socket.on('manifest', (payload, answer) =>
    answerCall(manifestSchema, payload, answer, ({ aud }) => readManifest(deps.database, data.actor, aud)),
  );
  socket.on('auth.refresh', (payload, answer) =>
    answerCall(renewSchema, payload, answer, ({ token }) =>
      renewAccess(socket, timer, () => deps.verifyAccess(token)),
    ),
  );
  socket.on('fetch', (payload, answer) =>
    answerCall(fetchSchema, payload, answer, ({ tickets }) =>
      fetchTickets(deps.database, data.actor, tickets),
    ),
  );
  socket.on('pull', (payload, answer) =>
    answerCall(pullSchema, payload, answer, async ({ cursor }) => {
      // Before the head is read: what commits after it is sent again.
      data.isBehind = false;
      return packPulled(await pullSince(deps.database, data.actor, cursor));
    }),
  );
}

/** What does not fit the protocol is not answered, as nothing of it is. */
function servePresence(socket: ConsoleSocket, board: PresenceBoard): void {
  socket.on('presence', (payload: unknown) => {
    const parsed = presenceSchema.safeParse(payload);
    if (parsed.success) board.set(socket, parsed.data);
  });
  socket.on('disconnect', () => board.leave(socket));
}
