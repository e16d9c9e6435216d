// A process of its own, full of connections that say hello as consoles do and hear every frame, but keep no copy: what
// hundreds of consoles cost the node, without their own work, which is done on other computers. Ends with its parent.

import { io } from 'socket.io-client';
import { v7 } from 'uuid';
import { protocolVersion } from '#shared/protocol/sync.ts';
import type { Transport } from '#shared/replica/host.ts';
import { createNodeTransport } from '#shared/replica/node-transport.ts';
import type { ListenerCalls } from './consoles/listener-calls.ts';
import { serveParent } from './harness/child-process.ts';
import { systemTimers } from '../testing/timers.ts';

const transports: Transport[] = [];
let heard = 0;

async function connect(nodeUrl: string, token: string): Promise<void> {
  const transport = createNodeTransport({ nodeUrl, io, fetch, timers: systemTimers });
  transports.push(transport);
  const opened = await transport.open(token, {
    // Replies that come close together share a frame.
    onFrame: ({ ops }) => (heard += ops.filter(({ ent }) => ent === 'message').length),
    onBehind: () => {},
    onBye: () => {},
    onClosed: () => {},
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const welcome = await transport.hello({
    protocol: protocolVersion,
    client_id: v7(),
    epoch: null,
    cursor: null,
    scope: [],
    acked_mid: 0,
  });
  if (!welcome.ok) throw new Error(welcome.error.message);
}

const calls: ListenerCalls = {
  connect: async ({ nodeUrl, users, count }) => {
    for (let index = 0; index < count; index += 1) {
      const user = users[index % users.length];
      if (user === undefined) throw new Error('Nobody can connect');
      await connect(nodeUrl, user.token);
    }
  },
  heard: async () => heard,
};

serveParent(calls, async () => {
  for (const transport of transports) transport.close();
});
