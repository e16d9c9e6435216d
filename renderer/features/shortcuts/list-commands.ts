import type { Command, CommandTarget } from './command.ts';

function escape({ state, go }: Parameters<Command['run']>[0]): boolean {
  if (state.selectedUids.size > 0) {
    state.clearSelection();
    return true;
  }
  if (state.openUid === null) return false;
  go(state.view, null);
  return true;
}

async function openNextBest({ state, go }: CommandTarget): Promise<void> {
  const uid = await state.findNextTicket();
  if (uid !== null) go(state.view, uid);
}

/** Moving in the list and choosing from it. */
export const listCommands: readonly Command[] = [
  { id: 'next', group: 'list', isUnlisted: true, run: ({ state }) => state.moveHighlight(1) },
  { id: 'previous', group: 'list', isUnlisted: true, run: ({ state }) => state.moveHighlight(-1) },
  {
    id: 'next_best',
    group: 'list',
    run: (target) => {
      void openNextBest(target);
      return true;
    },
  },
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
