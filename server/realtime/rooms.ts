import type { Server, Socket } from 'socket.io';
import type { Token } from '#shared/model/permissions.ts';
import type { Actor } from '#shared/model/user.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '#shared/protocol/events.ts';

export interface SocketData {
  actor: Actor;
  /** When its access token ends, ms UTC. */
  expiresAt: number;
  /** It did not read for too long and is sent nothing until it pulls. */
  isBehind?: boolean;
}

export type Realtime = Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;
export type ConsoleSocket = Socket<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  SocketData
>;

/** Sockets whose user holds the token, since they said hello. */
export const tokenRoom = (token: Token): string => `token:${token}`;

/** Every socket of one user. */
export const userRoom = (userId: number): string => `user:${userId}`;
