import type { Conflict, ConflictChoice } from '#shared/protocol/kept-change.ts';

export interface ConflictState {
  conflicts: readonly Conflict[];
  /** The conflict on the sheet. */
  sheetConflictId: number | null;
  refreshConflicts: () => Promise<void>;
  showConflict: (id: number | null) => void;
  /** Opens the sheet with the first conflict of a ticket. */
  showConflictOf: (ticketUid: string) => void;
  resolveConflict: (id: number, choice: ConflictChoice) => Promise<void>;
}
