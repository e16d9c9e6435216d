import type { Token } from '#shared/model/permissions.ts';
import type { CommittedChange } from '../sync/change-feed.ts';
import { fanOut, type Connections, type FanMessage } from './fan-out.ts';
import { tokenRoom, type Realtime } from './rooms.ts';

/** The ids of the sockets that hold any of the tokens. */
function socketsOf(io: Realtime, tokens: readonly Token[]): Set<string> {
  const { rooms } = io.of('/').adapter;
  const ids = new Set<string>();
  for (const token of tokens) for (const id of rooms.get(tokenRoom(token)) ?? []) ids.add(id);
  return ids;
}

function emit(target: ReturnType<Realtime['to']>, message: FanMessage): void {
  if (message.event === 'frame') target.emit('frame', message.data);
  else target.emit('behind', message.data);
}

/** socket.io's connections: whoever keeps a row is reached through the rooms of its tokens, without looking them up. */
function roomsOf(io: Realtime): Connections {
  return {
    holdersOf: (tokens) => socketsOf(io, tokens),
    sendToHolders: (tokens, message) => emit(io.to(tokens.map(tokenRoom)), message),
    sendTo: (ids, message) => emit(io.to([...ids]), message),
  };
}

/** Sends one committed change to whoever may see it. */
export function sendChange(io: Realtime, change: CommittedChange): void {
  fanOut(roomsOf(io), change);
}
