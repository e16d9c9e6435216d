import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import type { HandshakeAuth } from '#shared/protocol/events.ts';
import { protocolVersion, type Frame } from '#shared/protocol/sync.ts';
import { unpackFrame } from '#shared/protocol/wire-frame.ts';
import type { LiveDesk } from './live-desk.ts';
import { testPassword } from './test-users.ts';

/** A bare socket that said hello, and what it heard. */
export interface Listening extends Disposable {
  socket: Socket;
  frames: Frame[];
  sizes: number[];
  behinds: number;
  byes: unknown[];
}

/** An access token of this user. */
export async function accessToken(desk: LiveDesk, username: string): Promise<string> {
  const signedIn = await fetch(`${desk.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: testPassword }),
  });
  const { data } = (await signedIn.json()) as { data: { access_token: string } };
  return data.access_token;
}

export async function listen(desk: LiveDesk, username: string): Promise<Listening> {
  const auth: HandshakeAuth = { token: await accessToken(desk, username) };
  const socket = io(desk.url, { path: '/socket.io/', transports: ['websocket'], auth, forceNew: true });
  const listening: Listening = {
    socket,
    frames: [],
    sizes: [],
    behinds: 0,
    byes: [],
    [Symbol.dispose]: () => socket.disconnect(),
  };
  socket.on('frame', (wire: unknown) => {
    const frame = unpackFrame(wire);
    if (frame === null) throw new Error('Not a frame');
    listening.frames.push(frame);
    listening.sizes.push(`42${JSON.stringify(['frame', wire])}`.length);
  });
  socket.on('behind', () => void (listening.behinds += 1));
  socket.on('bye', (bye: unknown) => void listening.byes.push(bye));
  const client_id = desk.services.mintUid();
  const hello = { protocol: protocolVersion, client_id, epoch: null, cursor: null, scope: [], acked_mid: 0 };
  expect(await socket.emitWithAck('hello', hello)).toMatchObject({ ok: true });
  return listening;
}
