import type { Message } from '../network/channel.ts';

/** The promises of sync (sync.md, section 4.7). */
export const invariantNames = [
  'Convergence',
  'NoLeak',
  'ExactlyOnce',
  'OneOutcome',
  'NothingLost',
  'ProgramOrder',
  'Monotonic',
  'ReadYourWrites',
  'CursorDurable',
  'AckDurable',
  'BootComplete',
  'Bounded',
  'Progress',
  /** Something threw that never may. */
  'NoFault',
] as const;

export type InvariantName = (typeof invariantNames)[number];

export interface Violation {
  invariant: InvariantName;
  detail: string;
}

/** Watches one world for breaches of some promises. Whatever it remembers belongs to that world. */
export interface Watcher {
  /** The node is about to send this to a console of the user. */
  onSend?: (userId: number, message: Message) => void;
  /** Cheap enough for every step. */
  afterStep?: () => void;
  /** The network is whole, every timer has run, nothing is on its way. */
  atRest?: () => void;
  /** The node's database was replaced by an older one: what was only in the newer one may be missing for a while. */
  onRestore?: () => void;
}
