import { createServer } from 'node:net';

export const loopback = '127.0.0.1';

/** A port of this computer that nobody listens to now; `preferred` if it is free. */
export async function findFreePort(preferred: number | null): Promise<number> {
  if (preferred !== null) {
    const port = await tryListen(preferred);
    if (port !== null) return port;
  }
  const port = await tryListen(0);
  if (port === null) throw new Error('No port of this computer could be opened');
  return port;
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, loopback, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null));
    });
  });
}
