import { remember, remembered, rememberedText, rememberText } from '../ui/remembered.ts';
import type { ShellState, Toast } from './shell-state.ts';
import { parseWidths } from './panes.ts';
import type { Slice } from './slice.ts';

/** More at once would cover the work they speak of. */
const toastLimit = 3;

/** The context pane stands beside the conversation where there is room, unless its reader decided. */
export function isContextShown({
  isContextWanted,
  isWide,
}: Pick<ShellState, 'isContextWanted' | 'isWide'>): boolean {
  return isContextWanted ?? isWide;
}

export const createShellSlice: Slice<ShellState> = ({ get, set }) => {
  let lastToastId = 0;

  function show(text: string, tone: Toast['tone'], canUndo: boolean): void {
    lastToastId += 1;
    const toast = { id: lastToastId, text, tone, canUndo };
    set({ toasts: [...get().toasts, toast].slice(-toastLimit) });
  }

  return {
    openMenu: null,
    isHelpOpen: false,
    isPaletteOpen: false,
    isConnectionPanelOpen: false,
    isSignInOpen: false,
    isMergeOpen: false,
    isBulkReplyOpen: false,
    isContextWanted: remembered('context'),
    isCompact: remembered('compact') ?? false,
    isWide: true,
    paneWidths: parseWidths(rememberedText('panes')),
    toasts: [],
    setPaneWidth: (name, width) => {
      const others = Object.entries(get().paneWidths).filter(([other]) => other !== name);
      const paneWidths = Object.fromEntries(width === null ? others : [...others, [name, width]]);
      rememberText('panes', JSON.stringify(paneWidths));
      set({ paneWidths });
    },
    setOpenMenu: (openMenu) => {
      if (openMenu === 'tags' || openMenu === 'bulk-tags') void get().loadTags();
      set({ openMenu });
    },
    setHelpOpen: (isHelpOpen) => set({ isHelpOpen }),
    setPaletteOpen: (isPaletteOpen) => set({ isPaletteOpen }),
    setConnectionPanelOpen: (isConnectionPanelOpen) => set({ isConnectionPanelOpen }),
    setSignInOpen: (isSignInOpen) => set({ isSignInOpen }),
    setMergeOpen: (isMergeOpen) => set({ isMergeOpen }),
    setBulkReplyOpen: (isBulkReplyOpen) => set({ isBulkReplyOpen }),
    toggleContext: () => {
      const isContextWanted = !isContextShown(get());
      remember('context', isContextWanted);
      set({ isContextWanted });
    },
    toggleCompact: () => {
      const isCompact = !get().isCompact;
      remember('compact', isCompact);
      set({ isCompact });
    },
    setWide: (isWide) => set({ isWide }),
    notify: (text, tone = 'plain') => show(text, tone, false),
    notifyUndoable: (text) => {
      get().dismissUndo();
      show(text, 'plain', true);
    },
    dismissUndo: () => set({ toasts: get().toasts.filter(({ canUndo }) => !canUndo) }),
    dismissToast: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),
  };
};
