import type { Dialect } from 'kysely';
import type { Clock, RandomBytes } from '../model/clock.ts';
import type { SessionGrant, SignIn } from '../protocol/console-session.ts';
import type { Behind, Bye } from '../protocol/events.ts';
import type { Digested, ManifestQuery, Manifested } from '../protocol/ticket-digest.ts';
import type { Presence, Present } from '../protocol/presence.ts';
import type { NodeRequest } from '../protocol/node-request.ts';
import type { Result } from '../protocol/result.ts';
import type {
  Conversations,
  Fetch,
  Fetched,
  Frame,
  Hello,
  Pulled,
  Push,
  Pushed,
  Renew,
  SnapshotPage,
  Welcome,
} from '../protocol/sync.ts';

/**
 * What a host hands the replica: everything that differs between an Electron process, a browser worker and a
 * simulation. The replica itself knows none of them.
 */
export interface ReplicaHost {
  /**
   * The outbox's file, opened with `synchronous=FULL`: numbered mutations, conflicts, drafts, identity. Nothing ever
   * deletes it.
   */
  outbox: Dialect;
  /** Opens the replica's file (`synchronous=NORMAL`); the one thing that may be thrown away. */
  openReplica: () => Promise<Dialect>;
  /** Deletes the replica's file, after the replica closed it. */
  deleteReplica: () => Promise<void>;
  transport: Transport;
  session: SessionPort;
  clock: Clock;
  random: RandomBytes;
  timers: Timers;
  nodeUrl: string;
  /** False when nothing survives this page or process. */
  isDurable: boolean;
  log: (level: 'info' | 'warn' | 'error', message: string, data?: Record<string, unknown>) => void;
}

export interface Timers {
  /** Runs `work` once after `waitMs`; the answer cancels it. */
  after: (waitMs: number, work: () => void) => () => void;
}

/** One road to the node. Calls fail with a DeskError: `unavailable` when nothing is known of the outcome. */
export interface Transport {
  /** Opens the connection; settles once connected or refused. Opening while open does nothing. */
  open: (token: string, listener: TransportListener) => Promise<Result<null>>;
  close: () => void;
  hello: (payload: Hello) => Promise<Result<Welcome>>;
  push: (payload: Push) => Promise<Result<Pushed>>;
  pull: (payload: { cursor: number }) => Promise<Result<Pulled>>;
  fetch: (payload: Fetch) => Promise<Result<Fetched>>;
  /** What the node has for this user, in a few numbers; and which tickets those are. Absent where nobody compares. */
  digest?: () => Promise<Result<Digested>>;
  manifest?: (payload: ManifestQuery) => Promise<Result<Manifested>>;
  /** Says where the user is; nothing is said while there is no connection. Absent where nobody looks. */
  presence?: (payload: Presence) => void;
  /** Hands over a new access token; the connection goes on. */
  renew: (payload: Renew) => Promise<Result<null>>;
  /**
   * A page of the snapshot, over plain HTTP: of what `added` tokens may read, or of everything. Whoever waits for the
   * page may be told the place of the next one before this one has been read.
   */
  snapshot: (
    token: string,
    after: string | null,
    added: readonly string[] | null,
    onNext?: (after: string) => void,
  ) => Promise<Result<SnapshotPage>>;
  /** What was said and done on tickets, by the node's numbers, over plain HTTP. */
  conversations: (token: string, ids: readonly number[]) => Promise<Result<Conversations>>;
  /** What is in files travels over plain HTTP, too. Absent where nobody sends any. */
  files?: FileRoad;
  /** Asks over plain HTTP and hands back what the node said, whatever its status. */
  request: (token: string, asked: PlainRequest) => Promise<Result<PlainAnswer>>;
}

export interface FileRoad {
  /** Sends what is in an attachment, ahead of the change that puts it on a ticket. */
  put: (token: string, uid: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Result<FileAnswer>>;
  get: (token: string, uid: string) => Promise<Result<FileAnswer>>;
}

export interface FileAnswer {
  status: number;
  bytes: Uint8Array;
}

export interface PlainRequest {
  method: NodeRequest['method'];
  /** Path and query. */
  target: string;
  /** JSON as text. */
  body: string | null;
}

export interface PlainAnswer {
  status: number;
  contentType: string;
  body: string;
}

export interface TransportListener {
  onFrame: (frame: Frame) => void;
  onBehind: (behind: Behind) => void;
  onBye: (bye: Bye) => void;
  onPresence?: (present: Present) => void;
  /** The connection ended, whoever ended it. Called at most once per opening. */
  onClosed: () => void;
}

/** Signing in and keeping signed in. The refresh token stays inside the host (cookie jar, keychain). */
export interface SessionPort {
  signIn: (args: SignIn) => Promise<Result<SessionGrant>>;
  /** A new access token; fails with `signed_out` when the session ended, `unavailable` when the node is out of reach. */
  refresh: () => Promise<Result<SessionGrant>>;
  signOut: () => Promise<void>;
}
