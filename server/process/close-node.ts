import type { Socket } from 'node:net';
import type { App } from '../http/app.ts';

/** Requests under way may finish within this time; then their connections are cut. */
const graceMs = 2_000;

/**
 * Prepares for a quick end. The answered function stops listening, lets requests under way finish, and after a grace
 * cuts whatever connection is left, upgraded ones too.
 */
export function closeQuickly(app: App): () => Promise<void> {
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return async () => {
    const timer = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, graceMs);
    await app.close();
    clearTimeout(timer);
  };
}
