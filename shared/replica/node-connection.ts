import type { z } from 'zod';
import { deskErrorSchema, type DeskErrorData } from '../protocol/errors.ts';
import { behindSchema, byeSchema, socketPath } from '../protocol/events.ts';
import { presentSchema } from '../protocol/presence.ts';
import type { Result } from '../protocol/result.ts';
import { unpackFrame } from '../protocol/wire-frame.ts';
import type { Timers, TransportListener } from './host.ts';
import type { NodeSocket, OpenSocket } from './node-socket.ts';

/** How long the node may take from the first packet to accepting the token, ms. */
const openWaitMs = 15_000;

export interface NodeConnection {
  readonly socket: NodeSocket;
  readonly opened: Promise<Result<null>>;
  close(): void;
}

interface Road {
  origin: string;
  io: OpenSocket;
  timers: Timers;
  token: string;
}

/**
 * One connection, from its opening to its end; it is never opened again. The listener hears nothing before it opened
 * and nothing after it closed; one that never opened does not close either.
 */
export function openNodeConnection(
  road: Road,
  listener: TransportListener,
  onEnd: () => void,
): NodeConnection {
  const socket = createSocket(road);
  const opening = Promise.withResolvers<Result<null>>();
  let state: 'opening' | 'open' | 'ended' = 'opening';

  function end(error: DeskErrorData): void {
    if (state === 'ended') return;
    const wasOpen = state === 'open';
    state = 'ended';
    stopWaiting();
    // What is buffered would never be sent, and its callers would wait out their whole time limit.
    socket.sendBuffer.length = 0;
    socket.disconnect();
    onEnd();
    if (wasOpen) listener.onClosed();
    else opening.resolve({ ok: false, error });
  }

  /** What cannot be read would be a hole: only a new connection, which pulls first, fills it. */
  function hear<Data>(
    event: string,
    read: (payload: unknown) => Data | null,
    tell: (data: Data) => void,
  ): void {
    socket.on(event, (payload) => {
      if (state !== 'open') return;
      const data = read(payload);
      if (data === null) end(cut);
      else tell(data);
    });
  }

  const stopWaiting = road.timers.after(openWaitMs, () =>
    end({ kind: 'unavailable', message: 'The node is silent' }),
  );

  socket.on('connect', () => {
    if (state !== 'opening') return;
    state = 'open';
    stopWaiting();
    opening.resolve({ ok: true, value: null });
  });
  socket.on('connect_error', (error) => end(handshakeErrorOf(error)));
  socket.on('disconnect', () => end(cut));
  hear('frame', unpackFrame, listener.onFrame);
  hear('behind', reader(behindSchema), listener.onBehind);
  hear('bye', reader(byeSchema), listener.onBye);
  hear('presence', reader(presentSchema), (present) => listener.onPresence?.(present));
  socket.connect();

  return { socket, opened: opening.promise, close: () => end(cut) };
}

const reader =
  <Schema extends z.ZodType>(schema: Schema) =>
  (payload: unknown): z.output<Schema> | null => {
    const parsed = schema.safeParse(payload);
    return parsed.success ? parsed.data : null;
  };

const cut: DeskErrorData = { kind: 'unavailable', message: 'The connection to the node ended' };

/** WebSocket only, and nothing that the package would do by itself: the replica decides when to try again. */
function createSocket({ origin, io, token }: Road): NodeSocket {
  return io(origin, {
    path: socketPath,
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    reconnection: false,
    retries: 0,
    timeout: openWaitMs,
    auth: { token },
  });
}

/** The refusal inside a connect error, or `unavailable` when the node was not reached at all. */
function handshakeErrorOf(error: unknown): DeskErrorData {
  const data = typeof error === 'object' && error !== null ? (error as { data?: unknown }).data : undefined;
  const refused = deskErrorSchema.safeParse(data);
  return refused.success ? refused.data : { kind: 'unavailable', message: 'The node cannot be reached' };
}
