import { createServer as createPlain, type RequestListener } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createTunnelAgent } from './tunnel.ts';
import { createTunnelledFetch } from './tunnelled-fetch.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy that opens lines and notes where to. */
async function startProxy(status = 200): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const proxy = createPlain();
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const [host = '', port] = (request.url ?? '').split(':');
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const line = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      line.pipe(socket).pipe(line);
    });
    line.on('error', () => socket.destroy());
    socket.on('error', () => line.destroy());
  });
  return { url: `http://127.0.0.1:${await listen(proxy)}`, asked };
}

const echo: RequestListener = (request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    response.setHeader('set-cookie', ['a=1', 'b=2']);
    response.writeHead(201).end(`${request.method ?? ''} ${body} ${String(request.headers['x-more'])}`);
  });
};

it('asks the node through the proxy, with everything that was sent', async () => {
  const proxy = await startProxy();
  const nodeUrl = `http://127.0.0.1:${await listen(createPlain(echo))}`;
  const fetch = createTunnelledFetch(createTunnelAgent(proxy.url, nodeUrl));
  const response = await fetch(`${nodeUrl}/api`, { method: 'POST', headers: { 'x-more': 'yes' }, body: 'ö' });
  expect(response.status).toBe(201);
  expect(await response.text()).toBe('POST ö yes');
  expect(response.headers.getSetCookie?.()).toEqual(['a=1', 'b=2']);
  expect(response.headers.get('Missing')).toBeNull();
  expect(proxy.asked).toEqual([nodeUrl.replace('http://', '')]);
  const body = new TextEncoder().encode('bytes');
  const bytes = await (await fetch(nodeUrl, { method: 'PUT', headers: {}, body })).arrayBuffer();
  expect(new TextDecoder().decode(bytes)).toBe('PUT bytes undefined');
});

it('carries web sockets', async () => {
  const proxy = await startProxy();
  const server = createPlain();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.send('hello'));
  const nodeUrl = `http://127.0.0.1:${await listen(server)}`;
  const socket = new WebSocket(nodeUrl.replace('http', 'ws'), {
    agent: createTunnelAgent(proxy.url, nodeUrl),
  });
  const said = await new Promise((resolve, reject) => {
    socket.on('message', (data: Buffer) => resolve(String(data)));
    socket.on('error', reject);
  });
  expect(said).toBe('hello');
  expect(proxy.asked).toHaveLength(1);
  socket.terminate();
  sockets.close();
});

it('fails where the proxy refuses, is away, or the node’s certificate is nobody’s', async () => {
  const ask = async (proxyUrl: string, nodeUrl: string): Promise<unknown> =>
    createTunnelledFetch(createTunnelAgent(proxyUrl, nodeUrl))(nodeUrl, { method: 'GET', headers: {} });
  const nodeUrl = `http://127.0.0.1:${await listen(createPlain(echo))}`;
  await expect(ask((await startProxy(403)).url, nodeUrl)).rejects.toThrow('status 403');
  await expect(ask('http://127.0.0.1:1', nodeUrl)).rejects.toThrow(/ECONNREFUSED/);
  const speechless = createSecure({}, echo);
  await expect(
    ask((await startProxy()).url, `https://127.0.0.1:${await listen(speechless)}`),
  ).rejects.toThrow();
});
