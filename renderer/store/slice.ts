import type { UidFactory } from '#shared/model/uid.ts';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { ConsoleState } from './console-state.ts';

/** What the store is built from; tests hand in their own. */
export interface StoreDeps {
  bridge: ConsoleBridge;
  newUid: UidFactory;
  /** Runs `work` once after `waitMs`; the answer cancels it. */
  after: (waitMs: number, work: () => void) => () => void;
  /** Loads the newest console; null where that is not the page's to do, as on the desktop. */
  loadNewest: (() => Promise<void>) | null;
}

export interface SliceContext extends StoreDeps {
  set: (partial: Partial<ConsoleState>) => void;
  get: () => ConsoleState;
}

/** One domain of the store: its first state and its verbs. */
export type Slice<State> = (context: SliceContext) => State;
