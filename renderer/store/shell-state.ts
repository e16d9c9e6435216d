import type { PaneName, PaneWidths } from './panes.ts';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  /** Tells of a change that can be undone for as long as the toast stands. */
  canUndo: boolean;
}

export type PropertyName = 'status' | 'assignee' | 'priority' | 'category' | 'tags' | 'snooze' | 'macro';

/** Menus of the open ticket, and those of the selection. */
export type MenuName = PropertyName | 'earlier' | `bulk-${PropertyName}`;

/** What is unfolded in this window, so that the keyboard can unfold it from anywhere. */
export interface ShellState {
  openMenu: MenuName | null;
  isHelpOpen: boolean;
  isPaletteOpen: boolean;
  isConnectionPanelOpen: boolean;
  isSignInOpen: boolean;
  isMergeOpen: boolean;
  isBulkReplyOpen: boolean;
  /** Null follows the window's width, which the window itself reports. */
  isContextWanted: boolean | null;
  isWide: boolean;
  /** Rows of two lines, more of them at once. */
  isCompact: boolean;
  paneWidths: PaneWidths;
  toasts: readonly Toast[];
  /** Null follows the window again. */
  setPaneWidth: (name: PaneName, width: number | null) => void;
  setOpenMenu: (menu: MenuName | null) => void;
  setHelpOpen: (isOpen: boolean) => void;
  setPaletteOpen: (isOpen: boolean) => void;
  setConnectionPanelOpen: (isOpen: boolean) => void;
  setSignInOpen: (isOpen: boolean) => void;
  setMergeOpen: (isOpen: boolean) => void;
  setBulkReplyOpen: (isOpen: boolean) => void;
  toggleContext: () => void;
  toggleCompact: () => void;
  setWide: (isWide: boolean) => void;
  notify: (text: string, tone?: Toast['tone']) => void;
  /** Tells of a change that can be undone, in place of an earlier one. */
  notifyUndoable: (text: string) => void;
  dismissUndo: () => void;
  dismissToast: (id: number) => void;
}
