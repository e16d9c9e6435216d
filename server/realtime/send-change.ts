import type { Token } from '#shared/model/permissions.ts';
import type { CommittedChange } from '../sync/change-feed.ts';
import { tokenRoom, type Realtime } from './rooms.ts';

/** The ids of the sockets that hold any of the tokens. */
function socketsOf(io: Realtime, tokens: readonly Token[]): Set<string> {
  const { rooms } = io.of('/').adapter;
  const ids = new Set<string>();
  for (const token of tokens) for (const id of rooms.get(tokenRoom(token)) ?? []) ids.add(id);
  return ids;
}

/**
 * Sends one committed change to whoever may see it. Readers who keep the row get it; who lost it is told so and told
 * nothing else; who gained it must pull, because its whole conversation is new to them.
 */
export function sendChange(io: Realtime, change: CommittedChange): void {
  const { seq: to, tokens, prevTokens, ops, gone } = change;
  const frame = { to, ops: [...ops] };
  if (tokens.join(' ') === prevTokens.join(' ')) {
    io.to(tokens.map(tokenRoom)).emit('frame', frame);
    return;
  }
  const now = socketsOf(io, tokens);
  const before = socketsOf(io, prevTokens);
  const idsWhere = (ids: Set<string>, isOther: boolean, other: Set<string>): string[] =>
    [...ids].filter((id) => other.has(id) === isOther);
  const emitTo = (ids: string[], send: (target: ReturnType<Realtime['to']>) => void): void => {
    if (ids.length > 0) send(io.to(ids));
  };
  emitTo(idsWhere(now, true, before), (target) => target.emit('frame', frame));
  emitTo(idsWhere(before, false, now), (target) => target.emit('frame', { to, ops: [gone] }));
  emitTo(idsWhere(now, false, before), (target) => target.emit('behind', { head: to }));
}
