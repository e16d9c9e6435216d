import { z } from 'zod';
import type { DeskErrorData } from './errors.ts';
import type { Presence, Present } from './presence.ts';
import type { Result } from './result.ts';
import type { Fetch, Fetched, Hello, Pull, Pulled, Push, Pushed, Renew, Welcome } from './sync.ts';
import type { Digested, ManifestQuery, Manifested } from './ticket-digest.ts';
import type { WireFrame } from './wire-frame.ts';

/** Why the node ends a connection on purpose. */
export const byeSchema = z.strictObject({
  /**
   * `token_expired`: renew the token and come back. `scope_changed`: what the user may see or do is different now,
   * come back and compare. `restarting`: come back later.
   */
  reason: z.enum(['token_expired', 'scope_changed', 'restarting']),
  /** When to come back, different for each console so that they do not all come at once. */
  retry_after_ms: z.int().nonnegative().optional(),
});
export type Bye = z.infer<typeof byeSchema>;

/** There is more than frames can tell (a ticket came into view with its whole conversation): the console must pull. */
export const behindSchema = z.strictObject({ head: z.int().nonnegative() });
export type Behind = z.infer<typeof behindSchema>;

/** What a console asks over socket.io; every call is answered through its acknowledgement. */
export interface ClientToServerEvents {
  hello: (payload: Hello, answer: (result: Result<Welcome>) => void) => void;
  push: (payload: Push, answer: (result: Result<Pushed>) => void) => void;
  pull: (payload: Pull, answer: (result: Result<Pulled>) => void) => void;
  'auth.refresh': (payload: Renew, answer: (result: Result<null>) => void) => void;
  digest: (payload: Record<string, never>, answer: (result: Result<Digested>) => void) => void;
  manifest: (payload: ManifestQuery, answer: (result: Result<Manifested>) => void) => void;
  fetch: (payload: Fetch, answer: (result: Result<Fetched>) => void) => void;
  /** Not answered: whoever is on the ticket, too, is told. */
  presence: (payload: Presence) => void;
}

/** What the node sends without being asked. */
export interface ServerToClientEvents {
  frame: (frame: WireFrame) => void;
  behind: (behind: Behind) => void;
  bye: (bye: Bye) => void;
  presence: (present: Present) => void;
}

/** Sent with the handshake. A refused handshake carries a `DeskErrorData` as the connect error's data. */
export interface HandshakeAuth {
  token: string;
}
export type HandshakeError = Error & { data?: DeskErrorData };

export const socketPath = '/socket.io/';
