import type { Network } from '../network/network.ts';
import type { SimConsole } from '../processes/sim-console.ts';
import type { SimNode } from '../processes/sim-node.ts';
import type { DeskReader } from './desk-state.ts';
import type { InvariantName } from './invariant.ts';
import type { OutboxState } from './outbox-state.ts';
import type { ReplicaState } from './replica-state.ts';

/** What the invariants see of a world. */
export interface Watched {
  readonly node: SimNode;
  readonly consoles: readonly SimConsole[];
  readonly network: Network;
  /** The node's committed data. */
  readonly desk: DeskReader;
  replicaOf: (console: SimConsole) => ReplicaState;
  outboxOf: (console: SimConsole) => OutboxState;
  /** The messages and activities in a console's picture. */
  shownOn: (console: SimConsole) => ReadonlySet<string>;
  /** The first breach is the one that counts: what follows may be its consequence. */
  report: (invariant: InvariantName, detail: string) => void;
}
