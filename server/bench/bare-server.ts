// A process of its own: the least that a node could do. A bare Fastify route that answers bytes it holds, and a TCP
// port that sends back what it is sent. Ends with its parent.

import { createServer } from 'node:net';
import Fastify from 'fastify';
import { portOf, serveParent } from './harness/child-process.ts';
import type { BareServerCalls } from './limits/bare-server-calls.ts';

const bodyByPath = new Map<string, string>();

const app = Fastify();
app.get('/*', async (request, reply) => {
  const body = bodyByPath.get(request.url);
  return body === undefined
    ? reply.code(404).send()
    : reply.type('application/json; charset=utf-8').send(body);
});
await app.listen({ port: 0, host: '127.0.0.1' });

const echo = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => socket.destroy());
  socket.pipe(socket);
});
await new Promise<void>((resolve) => {
  echo.listen({ port: 0, host: '127.0.0.1' }, resolve);
});

const calls: BareServerCalls = {
  ports: async () => ({ http: portOf(app.server.address()), echo: portOf(echo.address()) }),
  answer: async ({ path, body }) => void bodyByPath.set(path, body),
};
serveParent(calls);
