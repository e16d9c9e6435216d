import type { SnoozeWish } from '../ui/tickets/snooze-times.ts';
import type { Reversal, TicketAction } from './ticket-action.ts';

export interface Undo {
  text: string;
  reversals: readonly Reversal[];
}

/** Changes of the open ticket; each carries what its author saw, so that a colleague's change is never overwritten. */
export interface ChangeState {
  /** Does one thing after the other to the open ticket; named after the first. */
  act: (...actions: TicketAction[]) => Promise<void>;
  /** Snoozes the open ticket, or the selection; null ends it. The wish is kept for the next time. */
  snooze: (wish: SnoozeWish | null, on: 'open' | 'selected') => Promise<void>;
  lastSnooze: SnoozeWish | null;
  /** What was done last, to one ticket or to many, for as long as it can be undone. */
  undoable: Undo | null;
  /** In place of an earlier offer; without reversals there is nothing to offer. */
  offerUndo: (undoable: Undo) => void;
  undo: () => Promise<void>;
}
