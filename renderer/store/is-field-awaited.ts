import type { ConsoleState } from './console-state.ts';

/** Whether something to type into has been asked for: it takes the focus as soon as it is drawn. */
export function isFieldAwaited(state: ConsoleState): boolean {
  return (
    state.isPaletteOpen ||
    state.openMenu !== null ||
    state.isNewTicketOpen ||
    state.isMergeOpen ||
    state.isBulkReplyOpen ||
    state.isSearchFocusWanted ||
    state.wantedMode !== null
  );
}
