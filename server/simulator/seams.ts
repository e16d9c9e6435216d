import type { Transport } from '#shared/replica/host.ts';
import type { Push, Pushed } from '#shared/protocol/sync.ts';
import type { Database } from '../database/database.ts';
import type { Connections } from '../realtime/fan-out.ts';
import type { Message } from './network/channel.ts';
import type { Disk } from './storage/disk.ts';

/** The node, as far as a mutant gets at it. */
export interface SeamNode {
  disk: Disk;
}

/** A console, as far as a mutant gets at it. */
export interface SeamConsole {
  outboxDisk: Disk;
  replicaDisk: Disk;
  /** Lets virtual time pass for this process alone. */
  wait: (waitMs: number) => Promise<void>;
}

/**
 * Where a mutant may put itself between two real parts. The product knows nothing of them; every one that is left out
 * leaves the parts as they are.
 */
export interface Seams {
  /** The database as the node's services see it. */
  database?: (database: Database) => Database;
  /** The connections as the fan-out sees them. */
  connections?: (connections: Connections) => Connections;
  /** Answers a push; `decide` is the node's own way. */
  push?: (node: SeamNode, push: Push, decide: (push: Push) => Promise<Pushed>) => Promise<Pushed>;
  /** What the node sends, as it leaves; null when it is lost for good. */
  fromNode?: (message: Message) => Message | null;
  /** Whether a change of what a user may see ends their connections. */
  endsChangedScopes?: false;
  /** The road to the node as the replica sees it. */
  transport?: (transport: Transport, console: SeamConsole) => Transport;
  /** Called when the node has compacted its log. */
  onCompacted?: (node: SeamNode) => void;
  /** Called when a console's process starts, before it opens its files. */
  onConsoleStart?: (console: SeamConsole) => void;
}
