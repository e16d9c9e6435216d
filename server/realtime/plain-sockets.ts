import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from '#shared/model/clock.ts';
import type { Actor } from '#shared/model/user.ts';
import type { Access } from '../auth/auth.service.ts';

/** What is sent; `data` is already in the words of the surface. */
export interface PlainFrame {
  type: string;
  data: unknown;
}

export interface PlainSocketsDeps {
  path: string;
  clock: Clock;
  /** Who wants to listen; null when nobody that the node knows. */
  identify: (request: IncomingMessage) => Promise<Access | null>;
  isWelcome: (actor: Actor) => boolean;
  /** What a listener is sent first. */
  greet: (actor: Actor) => Promise<PlainFrame>;
  formatDate: (atMs: number) => string;
  onFault: (error: unknown) => void;
}

export interface PlainSockets {
  /** Sends everybody what `frameFor` has for them; null is nothing. */
  broadcast: (frameFor: (actor: Actor) => PlainFrame | null | Promise<PlainFrame | null>) => void;
  /** Closes what this user has open: their rights are different from now on. */
  dismiss: (userId: number) => void;
  close: () => void;
}

/** Close codes of our own (contract, C33). */
const signedOut = 4401;
const forbidden = 4403;
const goingAway = 1001;
const tryAgainLater = 1013;

/** Listeners have nothing to say; what they send is not even read. */
const maxPayloadBytes = 4 * 1024;
/** What a listener may be behind; whoever reads slower is cut off. */
const maxBufferedBytes = 1024 * 1024;
const maxListeners = 2_000;
const pingEveryMs = 30_000;
/** Longer than Node's timers go, the delay would overflow to nothing. */
const longestTimerMs = 2 ** 31 - 1;

interface Listener {
  socket: WebSocket;
  access: Access;
  isAlive: boolean;
}

/**
 * Plain web sockets beside socket.io on the same server, for programs that only want to listen. The connection is
 * accepted first and closed with a reason then: a browser cannot read why a handshake was refused.
 */
export function attachPlainSockets(server: Server, deps: PlainSocketsDeps): PlainSockets {
  const listeners = new Set<Listener>();
  const wss = new WebSocketServer({ noServer: true, maxPayload: maxPayloadBytes, perMessageDeflate: false });

  const send = ({ socket }: Listener, { type, data }: PlainFrame): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > maxBufferedBytes) {
      socket.terminate();
      return;
    }
    socket.send(JSON.stringify({ type, data, timestamp: deps.formatDate(deps.clock.now()) }));
  };

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    if (request.url?.split('?', 1)[0] !== deps.path) return;
    wss.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', () => socket.terminate());
      admit(socket, request, listeners, deps, send).catch((error: unknown) => {
        deps.onFault(error);
        socket.terminate();
      });
    });
  };
  server.on('upgrade', upgrade);
  const heart = setInterval(() => beat(listeners), pingEveryMs);
  heart.unref();

  return {
    broadcast: (frameFor) => {
      for (const listener of listeners) {
        void (async () => frameFor(listener.access.actor))().then(
          (frame) => frame !== null && send(listener, frame),
          deps.onFault,
        );
      }
    },
    dismiss: (userId) => {
      for (const { socket, access } of listeners) if (access.actor.id === userId) socket.close(signedOut);
    },
    close: () => {
      clearInterval(heart);
      server.off('upgrade', upgrade);
      for (const { socket } of listeners) socket.close(goingAway);
      wss.close();
    },
  };
}

async function admit(
  socket: WebSocket,
  request: IncomingMessage,
  listeners: Set<Listener>,
  deps: PlainSocketsDeps,
  send: (listener: Listener, frame: PlainFrame) => void,
): Promise<void> {
  const access = await deps.identify(request);
  if (access === null) return socket.close(signedOut, 'Could not validate credentials');
  if (!deps.isWelcome(access.actor)) return socket.close(forbidden, 'Not enough permissions');
  if (listeners.size >= maxListeners) return socket.close(tryAgainLater, 'Too many listeners');
  const listener: Listener = { socket, access, isAlive: true };
  const leftMs = Math.min(longestTimerMs, Math.max(0, access.expiresAt - deps.clock.now()));
  const expiry = setTimeout(() => socket.close(signedOut, 'The token has expired'), leftMs);
  socket.on('pong', () => {
    listener.isAlive = true;
  });
  socket.on('close', () => {
    clearTimeout(expiry);
    listeners.delete(listener);
  });
  // Greeted before it is told of anything else.
  send(listener, await deps.greet(access.actor));
  if (socket.readyState === socket.OPEN) listeners.add(listener);
}

/** Who did not answer the last ping is gone. */
function beat(listeners: ReadonlySet<Listener>): void {
  for (const listener of listeners) {
    if (!listener.isAlive) {
      listener.socket.terminate();
      continue;
    }
    listener.isAlive = false;
    listener.socket.ping();
  }
}
