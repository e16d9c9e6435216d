import type { Token } from '#shared/model/permissions.ts';
import type { Frame } from '#shared/protocol/sync.ts';
import { packFrame } from '#shared/protocol/wire-frame.ts';
import type { Connections, FanMessage } from './fan-out.ts';
import { tokenRoom, type ConsoleSocket, type Realtime } from './rooms.ts';

/** Frames that come within this time of the last one wait for its end, and leave as one. */
const tickMs = 12;
/** More than this unsent, and the console fetches what it missed by itself. */
const frameLimit = 256;
const byteLimit = 1024 * 1024;

interface Waiting {
  tokens: readonly Token[];
  frame: Frame;
}

/**
 * What leaves for the consoles. The first frame after a quiet moment goes at once; those of a burst are put together,
 * one for each console. A console that does not read is told once that it is behind and then nothing, so that what
 * waits for it stays small.
 */
export class Outgoing implements Connections {
  readonly #io: Realtime;
  #waiting: Waiting[] = [];
  #lastSentAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(io: Realtime) {
    this.#io = io;
  }

  holdersOf(tokens: readonly Token[]): ReadonlySet<string> {
    const { rooms } = this.#io.of('/').adapter;
    const ids = new Set<string>();
    for (const token of tokens) for (const id of rooms.get(tokenRoom(token)) ?? []) ids.add(id);
    return ids;
  }

  sendToHolders(tokens: readonly Token[], message: FanMessage): void {
    if (message.event !== 'frame') {
      this.sendTo([...this.holdersOf(tokens)], message);
      return;
    }
    this.#waiting.push({ tokens, frame: message.data });
    const quietMs = performance.now() - this.#lastSentAt;
    if (quietMs >= tickMs) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), tickMs - quietMs);
  }

  /** Whatever waits goes first: what one console is sent stays in the order of the commits. */
  sendTo(ids: readonly string[], message: FanMessage): void {
    this.flush();
    this.#emit(ids, message);
  }

  /** Sends what waits: to each console one frame with everything that it may see. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting.splice(0);
    if (waiting.length === 0) return;
    this.#lastSentAt = performance.now();
    const to = waiting.at(-1)?.frame.to ?? 0;
    for (const { ids, indexes } of groupReaders(waiting.map(({ tokens }) => this.holdersOf(tokens)))) {
      const ops = indexes.flatMap((index) => waiting[index]?.frame.ops ?? []);
      this.#emit(ids, { event: 'frame', data: { to, ops } });
    }
  }

  #emit(ids: readonly string[], message: FanMessage): void {
    const { sockets } = this.#io.of('/');
    const readers = ids.filter((id) => {
      const socket = sockets.get(id);
      return socket !== undefined && !this.#isStalled(socket, message.data);
    });
    if (readers.length === 0) return;
    const target = this.#io.to(readers);
    if (message.event === 'frame') target.emit('frame', packFrame(message.data));
    else target.emit('behind', message.data);
  }

  /** A console that was told so hears nothing more until it pulls. */
  #isStalled(socket: ConsoleSocket, data: FanMessage['data']): boolean {
    if (socket.data.isBehind === true) return true;
    if (!isOverBudget(socket)) return false;
    socket.data.isBehind = true;
    socket.emit('behind', { head: 'to' in data ? data.to : data.head });
    return true;
  }
}

/** What engine.io and ws hold back for one connection; their types keep it to themselves. */
interface Buffers {
  writeBuffer: readonly { data?: unknown }[];
  transport: { socket?: { bufferedAmount?: number } };
}

function isOverBudget({ conn }: ConsoleSocket): boolean {
  const { writeBuffer, transport } = conn as unknown as Buffers;
  if (writeBuffer.length >= frameLimit) return true;
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) if (typeof data === 'string') bytes += data.length;
  return bytes >= byteLimit;
}

/** The connections that are sent the same of the changes that wait, by the changes' places. */
function groupReaders(
  holders: readonly ReadonlySet<string>[],
): Iterable<{ ids: string[]; indexes: readonly number[] }> {
  const indexesById = new Map<string, number[]>();
  for (const [index, ids] of holders.entries()) {
    for (const id of ids) {
      const indexes = indexesById.get(id);
      if (indexes === undefined) indexesById.set(id, [index]);
      else indexes.push(index);
    }
  }
  const groupByPlaces = new Map<string, { ids: string[]; indexes: readonly number[] }>();
  for (const [id, indexes] of indexesById) {
    const places = indexes.join();
    const group = groupByPlaces.get(places);
    if (group === undefined) groupByPlaces.set(places, { ids: [id], indexes });
    else group.ids.push(id);
  }
  return groupByPlaces.values();
}
