import type { Command } from './command.ts';

function escape({ state, go }: Parameters<Command['run']>[0]): boolean {
  if (state.selectedUids.size > 0) {
    state.clearSelection();
    return true;
  }
  if (state.openUid === null) return false;
  go(state.view, null);
  return true;
}

/** Moving in the list and choosing from it. */
export const listCommands: readonly Command[] = [
  { id: 'next', group: 'list', isUnlisted: true, run: ({ state }) => state.moveHighlight(1) },
  { id: 'previous', group: 'list', isUnlisted: true, run: ({ state }) => state.moveHighlight(-1) },
  {
    id: 'open',
    group: 'list',
    isUnlisted: true,
    run: ({ state, go }) => {
      if (state.highlightedUid === null) return false;
      go(state.view, state.highlightedUid);
      return true;
    },
  },
  { id: 'back', group: 'list', isUnlisted: true, run: escape },
  {
    id: 'select',
    group: 'list',
    isUnlisted: true,
    run: ({ state }) => {
      const uid = state.highlightedUid ?? state.openUid;
      if (uid === null) return false;
      state.toggleSelected(uid);
      return true;
    },
  },
  { id: 'select_next', group: 'list', isUnlisted: true, run: ({ state }) => state.extendSelection(1) },
  { id: 'select_previous', group: 'list', isUnlisted: true, run: ({ state }) => state.extendSelection(-1) },
  { id: 'select_all', group: 'list', isTexts: true, run: ({ state }) => state.selectShown() },
];
