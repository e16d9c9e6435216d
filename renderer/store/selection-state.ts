import type { Macro } from './macro-actions.ts';
import type { Selection } from './selection.ts';
import type { ActionProblem, TicketAction } from './ticket-action.ts';

/** Tickets chosen to be worked on at once. It outlives scrolling and pages; another view begins a new one. */
export interface SelectionState {
  selectedUids: Selection;
  toggleSelected: (uid: string) => void;
  /** Selects from the row that was chosen last to this one. */
  selectTo: (uid: string) => void;
  /** Takes the highlight along, selecting what it leaves and reaches; false when there are no rows. */
  extendSelection: (step: 1 | -1) => boolean;
  /** Selects the rows that are loaded; false when there are none. */
  selectShown: () => boolean;
  /** Selects all that the view holds. */
  selectMatching: () => Promise<void>;
  clearSelection: () => void;
}

export interface BulkRun {
  what: string;
  doneCount: number;
  totalCount: number;
}

/** Work on the selected tickets, one after the other. */
export interface BulkState {
  /** Null while nothing is being done. */
  bulkRun: BulkRun | null;
  /** What the last run could not change, until its author has seen it. */
  bulkProblems: { what: string; problems: readonly ActionProblem[] } | null;
  /** Does one thing after the other to each selected ticket; named after the first. */
  actOnSelected: (...actions: TicketAction[]) => Promise<void>;
  /** Uses a macro on each selected ticket, its text sent as it stands. */
  applyMacroToSelected: (macro: Macro) => Promise<void>;
  /** Ends a run before the next ticket. */
  stopBulk: () => void;
  closeBulkProblems: () => void;
}
