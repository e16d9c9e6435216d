import { Agent as HttpAgent, request as requestPlain, type ClientRequestArgs } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';

type Connected = (error: Error | null, socket?: Duplex) => void;

const waitMs = 20_000;

/** Asks the proxy for a line to the node, which nobody on the way then looks into; web sockets need nothing else. */
function openTunnel(proxyUrl: URL, { host, port }: ClientRequestArgs, connected: Connected): void {
  const target = `${host ?? ''}:${String(port ?? 443)}`;
  const asked = requestPlain({
    host: proxyUrl.hostname,
    port: proxyUrl.port,
    method: 'CONNECT',
    path: target,
    headers: { host: target },
    agent: false,
    timeout: waitMs,
  });
  asked.once('connect', (response, socket) => {
    if (response.statusCode === 200) return connected(null, socket);
    socket.destroy();
    connected(new Error(`The proxy answered with status ${String(response.statusCode)}`));
  });
  asked.once('timeout', () => asked.destroy(new Error('The proxy does not answer')));
  asked.once('error', (error) => connected(error));
  asked.end();
}

class PlainTunnelAgent extends HttpAgent {
  readonly #proxyUrl: URL;

  constructor(proxyUrl: URL) {
    super();
    this.#proxyUrl = proxyUrl;
  }

  override createConnection(options: ClientRequestArgs, connected: Connected): undefined {
    openTunnel(this.#proxyUrl, options, connected);
  }
}

class SecureTunnelAgent extends HttpsAgent {
  readonly #proxyUrl: URL;

  constructor(proxyUrl: URL) {
    super();
    this.#proxyUrl = proxyUrl;
  }

  override createConnection(
    options: ClientRequestArgs & { servername?: string },
    connected: Connected,
  ): undefined {
    openTunnel(this.#proxyUrl, options, (error, socket) => {
      if (error !== null || socket === undefined) return connected(error);
      const secured = connectTls({ socket, servername: options.servername ?? options.host ?? '' });
      secured.once('secureConnect', () => connected(null, secured));
      secured.once('error', (failure) => connected(failure));
    });
  }
}

/** Connects to the node through a proxy, whichever of the two protocols it speaks. */
export function createTunnelAgent(proxyUrl: string, nodeUrl: string): HttpAgent {
  const proxy = new URL(proxyUrl);
  return nodeUrl.startsWith('https:') ? new SecureTunnelAgent(proxy) : new PlainTunnelAgent(proxy);
}
