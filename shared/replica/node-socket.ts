import type { HandshakeAuth } from '../protocol/events.ts';

/**
 * As much of socket.io-client as the transport needs, written down here because the package's own types lean on the
 * DOM's. Its `io` function fits `OpenSocket` as it is.
 */
export type OpenSocket = (url: string, options: SocketOptions) => NodeSocket;

export interface SocketOptions {
  path: string;
  transports: 'websocket'[];
  autoConnect: boolean;
  /** A new connection each time, instead of the one that the package keeps per address. */
  forceNew: boolean;
  reconnection: boolean;
  retries: number;
  /** Limit for the WebSocket's own opening, ms. */
  timeout: number;
  auth: HandshakeAuth & Record<string, string>;
}

export interface NodeSocket {
  readonly connected: boolean;
  sendBuffer: unknown[];
  connect(): unknown;
  disconnect(): unknown;
  on(event: string, listener: (payload: unknown) => void): unknown;
  off(): unknown;
  emit(event: string, payload: unknown): unknown;
  timeout(waitMs: number): { emitWithAck(event: string, payload: unknown): Promise<unknown> };
}
