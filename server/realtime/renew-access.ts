import { tokensOf } from '#shared/model/permissions.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { AccessTimer } from './access-timer.ts';
import type { ConsoleSocket, SocketData } from './rooms.ts';

/**
 * Takes a new access token on an open connection. It must be the same user's; whether that user may see something else
 * by now is found out here, too.
 * @throws DeskError `signed_out`
 */
export async function renewAccess(
  socket: ConsoleSocket,
  timer: AccessTimer,
  verify: () => Promise<SocketData>,
): Promise<null> {
  const { actor: before } = socket.data;
  const { actor, expiresAt } = await verify();
  if (actor.id !== before.id) throw new DeskError('signed_out', 'This token belongs to another user');
  Object.assign(socket.data, { actor, expiresAt });
  timer.restart();
  if (tokensOf(actor).join(' ') !== tokensOf(before).join(' ')) {
    socket.emit('bye', { reason: 'scope_changed' });
    socket.disconnect(true);
  }
  return null;
}
