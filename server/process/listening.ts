import { lookup } from 'node:dns/promises';
import { createServer, type Server } from 'node:net';
import type { NodeConfig } from '../config/config.ts';
import type { App } from '../http/app.ts';
import { StartRefused } from './start-refused.ts';

type Place = Pick<NodeConfig, 'host' | 'port'>;

/** One address, since a name like "localhost" may stand for two and the node listens on one. */
export async function resolveHost(host: string): Promise<string> {
  try {
    return (await lookup(host)).address;
  } catch {
    throw new StartRefused(`The host ${host} is not known`);
  }
}

/**
 * Takes the port before anything is written, so that a taken one leaves no trace. Nobody is served yet.
 * @returns what gives it back, for the node to listen on
 */
export async function reservePort({ host, port }: Place): Promise<() => Promise<void>> {
  if (port === 0) return () => Promise.resolve();
  const server = createServer((socket) => socket.destroy());
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('listening', resolve).once('error', reject).listen({ host, port, exclusive: true });
  await listening.catch((error: unknown) => refuse({ host, port }, error));
  return () => closeServer(server);
}

/** Opens the node to the world; answers the port, which is a free one when 0 was asked for. */
export async function listen(app: App, place: Place): Promise<number> {
  await app.listen(place).catch((error: unknown) => refuse(place, error));
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : place.port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** The system's word stays in the line: the desktop app looks for it, and so do people in search engines. */
function refuse({ host, port }: Place, error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      throw new StartRefused(
        `Port ${port} on ${host} is taken by another program (${code}); choose one with --port`,
      );
    case 'EACCES':
      throw new StartRefused(
        `Port ${port} may not be used without more rights (${code}); choose one with --port`,
      );
    case 'EADDRNOTAVAIL':
      throw new StartRefused(`${host} is not an address of this computer (${code}); choose one with --host`);
    case undefined:
    default:
      throw error;
  }
}
